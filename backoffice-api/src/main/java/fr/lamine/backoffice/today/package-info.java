/// The page that everybody sees first (*aujourd'hui*): each shop's day, as it goes. It reads daily totals only.
package fr.lamine.backoffice.today;
