"""Service incidents of other domains than a shop's: a bank, a media house, a city's transport."""
from datetime import timedelta

from .harmless import harmless_for
from .shop import Shop

PEOPLE = ["a.lindqvist", "yara.hamdan", "tomasz.w", "lee.nakata", "femi.balogun", "d.castellanos", "hanna.krol", "v.iyer",
          "marc.oberlin", "zoe.park", "s.achterberg", "kofi.mensah"]


class Service(Shop):
    most_lines = 26

    def __init__(self, name, day, start, now, services, every=1):
        super().__init__(name, day, start, now, services, every)
        self.suite = name.rsplit("-", 1)[0]

    def commit(self, at, message, files, diff, deploy=None, decoy=False, author=None):
        sha = super().commit(at, message, files, diff, deploy, decoy, author or self.rng.choice(PEOPLE))
        if diff.lstrip("\n").startswith("--- "):
            self.commits[-1]["diff"] = diff.strip("\n")
        return sha

    def harmless(self, count):
        span = (self.now - self.start).total_seconds()
        for message, files, diff, service in harmless_for(self.rng, self.services, count):
            moment = self.start + timedelta(seconds=int(self.rng.uniform(-0.12, 0.96) * span))
            later = moment + timedelta(seconds=self.rng.randint(150, 600))
            deploy = (service, later) if service and later < self.now and self.rng.random() < 0.35 else None
            self.commit(moment, message, files, diff, deploy)
