"""Measures the budgets of the design, each against a bare program that does the least that must be done."""
