// The paper sheet: its one button.
"use strict";
document.getElementById("print").addEventListener("click", () => window.print());
