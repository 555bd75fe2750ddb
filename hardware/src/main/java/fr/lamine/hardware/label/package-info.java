/// Labels (*étiquettes*): what sticks on an item, so that people and scanners can read it.
package fr.lamine.hardware.label;
