/// The protocols that a scale can be set to, for the people who set it. Above the drivers: it knows each of them, and
/// none knows it.
package fr.lamine.hardware.scale.protocol;
