"""Service incidents with a change history: commits, deploys, flags, logs, series and spans of a web shop."""
from datetime import timedelta
from urllib.parse import quote

from . import base
from .base import Case
from .innocents import innocents_for

AUTHORS = ["mira.voss", "t.adeyemi", "oskar.lind", "n.petrossian", "chloe.martin", "ravi.kulkarni", "ines.duarte",
           "bo.tran", "sara.elmasri", "juho.saari", "p.okonkwo", "greta.hahn"]


class Shop(Case):
    suite = "shop"

    def __init__(self, case_id, day, start, now, services, every=1):
        """services: name to language (go, py, java, ts, cs), used for harmless commits."""
        super().__init__(case_id, day, start, now, every)
        self.services = services
        self.commits, self.deploys, self.flags, self.feed, self.spans, self.decoys = [], [], [], [], [], []

    # series: times are clock times ----------------------------------------
    def steady(self, metric, service, value, noise=0.05):
        self.shape(metric, f"service={service}", base.steady(value), noise)

    def step(self, metric, service, before, after, at, ramp=2, noise=0.05):
        self.shape(metric, f"service={service}", base.step(before, after, self.minute(at), ramp), noise)

    def climb(self, metric, service, before, after, start, end, noise=0.04):
        shape = base.climb(before, after, self.minute(start), self.minute(end))
        self.shape(metric, f"service={service}", shape, noise)

    def pulse(self, metric, service, before, peak, start, end, ramp=2, noise=0.05):
        shape = base.pulse(before, peak, self.minute(start), self.minute(end), ramp)
        self.shape(metric, f"service={service}", shape, noise)

    def saw(self, metric, service, low, high, start, period, noise=0.02):
        """From start on, a rise that falls back to low again and again: a process that dies and starts."""
        begin = self.minute(start)
        self.shape(metric, f"service={service}",
                   lambda m: low if m < begin else low + (high - low) * ((m - begin) % period) / period, noise)

    # changes ----------------------------------------------------------------
    def about(self, clock, most):
        """People commit at odd seconds: a clock time without seconds gets some."""
        exact = not isinstance(clock, str) or clock.count(":") != 1
        return self.time(clock) + timedelta(seconds=0 if exact else self.rng.randint(0, most))

    def commit(self, at, message, files, diff, deploy=None, decoy=False, author=None):
        """diff: lines; a line `# path` starts the hunk of a file. deploy: (service, clock) or a list of them."""
        files = [files] if isinstance(files, str) else files
        sha = base.digest(self.id, message, at)
        text = diff.strip("\n")
        if not text.startswith("@@"):
            text = f"@@ {files[0]} @@\n{text}"
        self.commits.append({"sha": sha, "author": author or self.rng.choice(AUTHORS), "ts": self.stamp(self.about(at, 59)),
                             "message": message, "files": files, "diff": text})
        for service, clock in ([deploy] if isinstance(deploy, tuple) else deploy or []):
            self.deploy(service, clock, sha)
        if decoy:
            self.decoys.append(sha)
        return sha

    def deploy(self, service, clock, sha):
        version = self.time(clock).strftime("%Y.%m.%d-%H%M")
        self.deploys.append({"ts": self.stamp(self.about(clock, 18)), "service": service, "sha": sha, "version": f"r{version}"})

    def flag(self, at, name, service, change="off->on"):
        self.flags.append({"ts": self.stamp(self.about(at, 50)), "flag": name, "service": service, "change": change,
                           "actor": self.rng.choice(AUTHORS)})

    def status(self, at, source, component, status, detail):
        self.feed.append({"ts": self.stamp(at), "source": source, "component": component, "status": status,
                          "detail": detail})

    def innocents(self, count):
        """Harmless commits spread over the window; some code ones are deployed a few minutes later."""
        span = (self.now - self.start).total_seconds()
        for message, files, diff, service in innocents_for(self.rng, self.services, count):
            moment = self.start + timedelta(seconds=int(self.rng.uniform(-0.15, 0.97) * span))
            later = moment + timedelta(seconds=self.rng.randint(120, 420))
            deploy = (service, later) if service and later < self.now and self.rng.random() < 0.35 else None
            self.commit(moment, message, files, diff, deploy)

    # spans --------------------------------------------------------------------
    def trace(self, at, spans):
        """spans: (depth, service, name, duration_ms[, error[, attributes]])."""
        trace_id, moment, parents = base.digest(self.id, "trace", at, len(self.spans), length=32), self.time(at), []
        for number, span in enumerate(spans):
            depth, service, name, duration = span[:4]
            error, attributes = (list(span[4:]) + [None, None])[:2]
            span_id = base.digest(trace_id, number, length=16)
            entry = {"trace_id": trace_id, "span_id": span_id, "parent_id": parents[depth - 1] if depth else None,
                     "service": service, "name": name, "start": self.stamp(moment, millis=True),
                     "duration_ms": duration, "status": "ERROR" if error else "OK"}
            if error:
                entry["error"] = error
            if attributes:
                entry["attributes"] = attributes
            self.spans.append(entry)
            parents = parents[:depth] + [span_id]
            moment += timedelta(milliseconds=self.rng.randint(1, 4))

    # alert and answer -----------------------------------------------------------
    def alert(self, name, service, metric, threshold, at, summary, severity="critical", below=False):
        value = base.tidy(self.value(metric, f"service={service}", at))
        sign = "<" if below else ">"
        expression = quote(f'{metric}{{service="{service}"}} {sign} {threshold}', safe="")
        self.fire(name, {"service": service, "severity": severity},
                  {"summary": summary, "metric": metric, "threshold": str(threshold), "value": value}, at, expression)

    def expect(self, category, culprit, first, blast, remediation, explanation, must=(), difficulty="medium"):
        self.answer(category, explanation, must, (), difficulty, culprit_change=culprit, decoys=self.decoys,
                    first_failing_service=first, blast_radius=blast, remediation=remediation)

    def write(self, root):
        self.commits.sort(key=lambda commit: commit["ts"])
        self.deploys.sort(key=lambda deploy: deploy["ts"])
        self.files = {"traces.json": self.spans, "changes.json": {
            "commits": self.commits, "deploys": self.deploys, "flags": self.flags, "status": self.feed}}
        super().write(root)
