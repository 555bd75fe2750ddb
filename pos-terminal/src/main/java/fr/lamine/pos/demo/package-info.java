/// Some weeks of made-up but plausible trade (*démonstration*): a seeded script that is played through the very
/// handlers, store and sync of a counter, so that every page of the office has something true to show. Only terminals
/// 900–999 may play it.
package fr.lamine.pos.demo;
