/// The office (*bureau*): it keeps what the counters saw, and explains every kilo and every euro.
package fr.lamine.backoffice;
