/// What is common to all facts in the office (*faits*): their identity and the list by site and day.
package fr.lamine.backoffice.fact;
