/// The whole house in one thread and from one seed: counters on real files, an office on a real database, a network
/// that loses and repeats, and a world of things and coins that never looks at the books. After each run the books and
/// their discrepancies must explain the world, thing by thing.
package fr.lamine.day.simulation;
