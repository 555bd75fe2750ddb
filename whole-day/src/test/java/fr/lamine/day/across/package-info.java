/// Real tills with and without their real office: vouchers and goods that go from one till to another.
package fr.lamine.day.across;
