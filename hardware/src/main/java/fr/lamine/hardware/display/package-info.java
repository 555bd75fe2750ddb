/// Customer displays (*afficheurs client*): the port only. The drivers (CD5220 over serial) are a later issue.
package fr.lamine.hardware.display;
