"""Diffusion: schedules, denoisers, step rules and conditions behind one loop."""
