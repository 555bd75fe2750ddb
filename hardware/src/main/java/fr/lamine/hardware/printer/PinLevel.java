package fr.lamine.hardware.printer;

/// The level of pin 3 of the drawer's socket, where the switch of a drawer is wired.
public enum PinLevel {
    HIGH,
    LOW
}
