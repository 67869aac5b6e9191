"""How fast, beside two yardsticks: figures as ratios of one run, since machines are noisy."""
