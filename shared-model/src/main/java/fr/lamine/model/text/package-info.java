/// How numbers and dates are written and read in French (*mise en forme*), in one place for both processes.
package fr.lamine.model.text;
