"""One Kubernetes workload: pods, nodes, events, its deployment, logs and monitors."""
from .base import Case, digest, steady


def listed(items):
    return {"apiVersion": "v1", "kind": "List", "items": items}


class Cluster(Case):
    suite = "cluster"
    most_lines = 14

    def __init__(self, name, app, namespace, day, start, now, cluster="prod-eu-1"):
        super().__init__(name, day, start, now, every=2)
        self.app, self.namespace, self.cluster = app, namespace, cluster
        self.hash = digest(name, "revision", length=10)
        self.kinds = {"pods": [], "nodes": [], "events": [], "deployments": [], "replicasets": []}
        self.container = {"name": app, "image": f"registry.internal/{namespace}/{app}:3.14.0",
                          "resources": {"requests": {"cpu": "250m", "memory": "256Mi"}, "limits": {"cpu": "1", "memory": "512Mi"}},
                          "ports": [{"containerPort": 8080}]}

    # nodes -------------------------------------------------------------------
    def node(self, name, cpu="8", memory="32Gi", ready="True", problem=None, taints=None, beat=None, labels=None, allocatable=None):
        """problem: (condition, reason, message) of a pressure condition that is true."""
        pressures = {"MemoryPressure": "KubeletHasSufficientMemory", "DiskPressure": "KubeletHasNoDiskPressure",
                     "PIDPressure": "KubeletHasSufficientPID"}
        beat = self.stamp(beat) if beat else self.stamp(self.now)
        conditions = []
        for kind, reason in pressures.items():
            status, message = "False" if ready != "Unknown" else "Unknown", "kubelet reports no pressure"
            if ready == "Unknown":
                reason, message = "NodeStatusUnknown", "Kubelet stopped posting node status."
            if problem and problem[0] == kind:
                status, reason, message = "True", problem[1], problem[2]
            conditions.append({"type": kind, "status": status, "reason": reason, "message": message, "lastHeartbeatTime": beat})
        words = {"True": ("KubeletReady", "kubelet is posting ready status"),
                 "Unknown": ("NodeStatusUnknown", "Kubelet stopped posting node status.")}[ready]
        conditions.append({"type": "Ready", "status": ready, "reason": words[0], "message": words[1], "lastHeartbeatTime": beat})
        spec = {"taints": taints} if taints else {}
        self.kinds["nodes"].append({
            "apiVersion": "v1", "kind": "Node",
            "metadata": {"name": name, "uid": self.guid(name), "labels": {"kubernetes.io/hostname": name, **(labels or {})}},
            "spec": spec, "status": {"capacity": {"cpu": cpu, "memory": memory, "pods": "110"},
                                     "allocatable": allocatable or {"cpu": cpu, "memory": memory, "pods": "110"}, "conditions": conditions}})

    # pods --------------------------------------------------------------------
    def pod(self, suffix, node, created, state=None, last=None, restarts=0, ready=None, phase="Running", revision=None,
            image=None, scheduled=None, reason=None, message=None, init=None, deleted=None, app=None, own=None):
        """state and last: Kubernetes container states; scheduled: message of a pod that has no node."""
        app, revision = app or self.app, revision or self.hash
        name, created = f"{app}-{revision}-{suffix}", self.stamp(created)
        state = state or {"running": {"startedAt": created}}
        ready = ("running" in state and phase == "Running" and not scheduled) if ready is None else ready
        container = {**self.container, **(own or {}), "name": app}
        if image:
            container["image"] = image
        unready = {"reason": "ContainersNotReady", "message": f"containers with unready status: [{app}]"}
        conditions = [{"type": "Initialized", "status": "False" if init and "running" not in init["state"] and not init.get("ready") else "True"},
                      {"type": "Ready", "status": str(ready), **({} if ready else unready)},
                      {"type": "ContainersReady", "status": str(ready), **({} if ready else unready)},
                      {"type": "PodScheduled", "status": "True"}]
        status = {"phase": phase, "conditions": conditions, "startTime": created}
        if reason:
            status.update(reason=reason, message=message)
        if scheduled:
            status = {"phase": "Pending", "conditions": [
                {"type": "PodScheduled", "status": "False", "reason": "Unschedulable", "message": scheduled}]}
        elif phase != "Failed":
            status["containerStatuses"] = [{
                "name": app, "image": container["image"], "imageID": "", "ready": ready, "started": "running" in state,
                "restartCount": restarts, "state": state, "lastState": last or {}}]
        spec = {"restartPolicy": "Always", "containers": [container]}
        if node and not scheduled:
            spec = {"nodeName": node, **spec}
        if init:
            spec["initContainers"] = [{"name": init["name"], "image": init["image"]}]
            status["initContainerStatuses"] = [{**init, "imageID": ""}]
        metadata = {"name": name, "namespace": self.namespace, "uid": self.guid(name), "creationTimestamp": created,
                    "labels": {"app": app, "pod-template-hash": revision},
                    "ownerReferences": [{"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": f"{app}-{revision}",
                                         "uid": self.guid(app, revision), "controller": True, "blockOwnerDeletion": True}]}
        if deleted:
            metadata.update(deletionTimestamp=self.stamp(deleted), deletionGracePeriodSeconds=30)
        self.kinds["pods"].append({"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec, "status": status})
        return name

    # workload ------------------------------------------------------------------
    def deployment(self, replicas, ready, updated=None, created=None, progressing=None, failure=None, old=None, annotations=None):
        """old: (hash, replicas) of the revision before; failure: message of ReplicaFailure."""
        enough = ready >= max(1, (replicas * 3 + 3) // 4)
        conditions = [{"type": "Available", "status": str(enough),
                       "reason": "MinimumReplicasAvailable" if enough else "MinimumReplicasUnavailable",
                       "message": f"Deployment {'has' if enough else 'does not have'} minimum availability."},
                      {"type": "Progressing", "status": "False" if progressing else "True",
                       "reason": "ProgressDeadlineExceeded" if progressing else "NewReplicaSetAvailable",
                       "message": progressing or f'ReplicaSet "{self.app}-{self.hash}" has successfully progressed.'}]
        if failure:
            conditions.append({"type": "ReplicaFailure", "status": "True", "reason": "FailedCreate", "message": failure})
        revisions = [(self.hash, replicas if not old else max(replicas - old[1], updated or 0), created or self.start)]
        revisions += [(old[0], old[1], "00:00")] if old else []
        self.kinds["deployments"].append({
            "apiVersion": "apps/v1", "kind": "Deployment",
            "metadata": {"name": self.app, "namespace": self.namespace, "uid": self.guid(self.app), "generation": 4,
                         "labels": {"app": self.app}, "annotations": {"deployment.kubernetes.io/revision": "12", **(annotations or {})}},
            "spec": {"replicas": replicas, "selector": {"matchLabels": {"app": self.app}},
                     "template": {"metadata": {"labels": {"app": self.app}}, "spec": {"containers": [self.container]}}},
            "status": {"observedGeneration": 4, "replicas": replicas, "updatedReplicas": replicas if updated is None else updated,
                       "readyReplicas": ready, "availableReplicas": ready, "unavailableReplicas": replicas - ready, "conditions": conditions}})
        for number, (revision, count, born) in enumerate(revisions):
            self.kinds["replicasets"].append({
                "apiVersion": "apps/v1", "kind": "ReplicaSet",
                "metadata": {"name": f"{self.app}-{revision}", "namespace": self.namespace, "uid": self.guid(self.app, revision),
                             "creationTimestamp": self.stamp(born), "labels": {"app": self.app, "pod-template-hash": revision},
                             "annotations": {"deployment.kubernetes.io/revision": str(12 - number)},
                             "ownerReferences": [{"apiVersion": "apps/v1", "kind": "Deployment", "name": self.app,
                                                  "uid": self.guid(self.app), "controller": True}]},
                "spec": {"replicas": count}, "status": {"replicas": count}})

    def event(self, kind, name, reason, message, first, last=None, count=1, component="kubelet", type="Warning"):
        last = last or first
        place = {} if kind == "Node" else {"namespace": self.namespace}
        self.kinds["events"].append({
            "apiVersion": "v1", "kind": "Event",
            "metadata": {"name": f"{name}.{digest(self.id, name, reason, first, length=16)}",
                         "namespace": place.get("namespace", "default"), "creationTimestamp": self.stamp(first)},
            "involvedObject": {"apiVersion": "v1", "kind": kind, "name": name, "uid": self.guid(name), **place},
            "reason": reason, "message": message, "type": type, "count": count, "firstTimestamp": self.stamp(first),
            "lastTimestamp": self.stamp(last), "source": {"component": component}, "reportingComponent": component, "reportingInstance": ""})

    # observations ------------------------------------------------------------
    def monitor(self, title, firing):
        """A monitor of the cluster's monitoring: quiet, or firing over the whole window."""
        labels = f"monitor={title};env=prod;service={self.app}"
        self.shape("monitor_firing", labels, steady(1 if firing else 0), 0)
        if firing:
            self.shape("ALERTS", f"alertname={title};alertstate=firing;service={self.app}", steady(1), 0)

    def app_lines(self, pod, level, templates, start=None, end=None, every=40, **fields):
        labels = {"namespace": self.namespace, "deployment": self.app, "pod": pod, "env": "prod", "cluster": self.cluster}
        self.lines(self.app, level, templates, start, end, every, labels, **fields)

    def podlog(self, pod, text, previous=None):
        self.texts[f"podlogs/{self.namespace}__{pod}__{self.app}.log"] = text.strip("\n") + "\n"
        if previous:
            self.texts[f"podlogs/{self.namespace}__{pod}__{self.app}.previous.log"] = previous.strip("\n") + "\n"

    def alert(self, name, at, severity="critical", pod=None, **annotations):
        labels = {"severity": severity, "service": self.app, "cluster": self.cluster, "namespace": self.namespace, "deployment": self.app}
        self.fire(name, {**labels, **({"pod": pod} if pod else {})}, annotations, at)

    def write(self, root):
        self.files = {f"kubernetes/{kind}.json": listed(items) for kind, items in self.kinds.items()}
        super().write(root)
