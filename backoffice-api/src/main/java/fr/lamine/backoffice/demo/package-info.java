/// What a demonstration office begins with (*démonstration*): people who may work there, with PINs and passwords that
/// everybody may know, and codes for three terminals. Their trade comes from the terminals, as everywhere.
package fr.lamine.backoffice.demo;
