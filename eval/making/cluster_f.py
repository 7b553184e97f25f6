"""More workloads: volumes of a lost node, leftovers, drains, disks of one's own, and commands that are not there."""
from .cluster_a import NODES, three_nodes
from .cluster_d import OTHERS, Workload


def volume_still_attached(name):
    c = Workload(name, "dicom-router", "imaging", "2026-10-12", "22:00", "22:49")
    c.node(NODES[0])
    c.node(NODES[1], ready="Unknown", beat="22:17:40", taints=[{"key": "node.kubernetes.io/unreachable", "effect": "NoExecute"}, {"key": "node.kubernetes.io/unreachable", "effect": "NoSchedule"}])
    c.node(NODES[2])
    gone = c.pod("hx7dm", NODES[1], "2026-09-28T05:00:00Z", ready=False, deleted="22:23:30")
    fresh = c.pod("q3vlz", NODES[2], "22:23:32", {"waiting": {"reason": "ContainerCreating"}}, phase="Pending")
    c.deployment(1, 0)
    volume = "pvc-7d1f0c3a-44b0-4c7b-9a38-0d5c1a9e2b61"
    c.event("Pod", fresh, "FailedAttachVolume", f'Multi-Attach error for volume "{volume}" Volume is already used by pod(s) {gone}', "22:23:33", component="attachdetach-controller")
    c.event("Pod", fresh, "FailedMount", 'Unable to attach or mount volumes: unmounted volumes=[spool], unattached volumes=[spool kube-api-access-9dk2x]: timed out waiting for the condition', "22:25:36", "22:48", 11)
    c.event("Node", NODES[1], "NodeNotReady", f"Node {NODES[1]} status is now: NodeNotReady", "22:18:25", component="node-controller", type="Normal")
    c.event("Pod", gone, "TaintManagerEviction", f"Marking for deletion Pod imaging/{gone}", "22:23:30", component="taint-eviction-controller", type="Normal")
    c.event("PersistentVolumeClaim", "dicom-spool", "ProvisioningSucceeded", f"Successfully provisioned volume {volume}", "2026-03-11T09:00:00Z", component="ebs.csi.aws.com", type="Normal")
    c.app_lines(gone, "info", "forwarded study {id} to archive, spool {n} files", end="22:17:30", every=60, n=(0, 9))
    c.log("kernel", "error", "22:17:31", "watchdog: BUG: soft lockup - CPU#3 stuck for 48s! [kworker/3:1:88121]", {"host": NODES[1]})
    c.lines("modality-gate", "warn", "association refused by dicom-router: no endpoint", "22:18", every=200, labels={"namespace": "imaging"})
    c.shape("node_up", f"node={NODES[1]}", lambda m: 1 if m < 18 else 0, 0)
    for node in (NODES[0], NODES[2]):
        c.shape("node_up", f"node={node}", lambda m: 1, 0)
    c.monitor("imaging studies waiting", True)
    c.monitor("storage backend latency", False)
    c.alert("KubernetesPodNotReady", "22:38", pod=fresh, title="dicom-router is in ContainerCreating", summary="The only pod of dicom-router has not come up for a quarter of an hour.", error="timed out waiting for the condition",
            suspected_symptom="Storage class or CSI driver broken? Wrong volume mode?")
    c.answer("infrastructure", "The node under the old pod hung at 22:17 and is unreachable; its volume can be attached once only and stays attached to it until it is fenced or comes back, so the replacement on another node waits (Multi-Attach). "
             "Storage itself and the claim are fine.", ["node", "Multi-Attach", "volume"], OTHERS["infrastructure"])
    return c


def leftovers_of_last_week(name):
    c = Workload(name, "report-api", "clinic", "2026-10-14", "07:00", "07:41")
    three_nodes(c)
    told = "The node was low on resource: memory. Threshold quantity: 100Mi, available: 61Mi. Container report-api was using 1402Mi, request is 256Mi, has larger consumption of memory."
    for s, n, at in (("2cdwk", NODES[0], "2026-10-08T21:04:00Z"), ("8vhzp", NODES[0], "2026-10-08T21:09:00Z"), ("j5nqt", NODES[1], "2026-10-08T21:12:00Z"), ("rr4xm", NODES[0], "2026-10-08T21:16:00Z")):
        c.pod(s, n, at, phase="Failed", reason="Evicted", message=told, revision="64d8f7c9bd")
    live = [c.pod(s, n, "2026-10-09T08:02:00Z") for s, n in (("d9kfw", NODES[0]), ("m2tzb", NODES[1]), ("xv6lq", NODES[2]))]
    c.deployment(3, 3, created="2026-10-09T08:02:00Z", old=("64d8f7c9bd", 0))
    c.event("Pod", live[0], "Unhealthy", 'Readiness probe failed: Get "http://10.42.1.31:8080/ready": context deadline exceeded (Client.Timeout exceeded while awaiting headers)', "06:41:10", count=1)
    c.event("Node", NODES[2], "NodeHasSufficientMemory", f"Node {NODES[2]} status is now: NodeHasSufficientMemory", "2026-10-08T21:31:00Z", type="Normal")
    for pod in live:
        c.app_lines(pod, "info", ["report {id} built in {n}ms", "streamed {n} rows"], every=130, n=(90, 900))
        c.shape("container_memory_working_set_mib", f"pod={pod};container=report-api", lambda m: 214, 0.03)
    for node in NODES:
        c.shape("node_memory_available_ratio", f"node={node}", lambda m: 0.41, 0.03)
    c.monitor("clinic reports errors", False)
    c.monitor("clinic reports duration", False)
    c.alert("KubernetesPodsNotRunning", "07:30", "warning", title="report-api: 4 of 7 pods are not Running", summary="Four pods of report-api are in phase Failed (Evicted).", description="The rule counts pods by phase, every morning.",
            error="The node was low on resource: memory.", suspected_symptom="Nodes run out of memory?")
    c.answer("healthy", "The four evicted pods are leftovers of 8 October, of the revision before; a new one followed the next morning and its three pods are ready since, at 214 MiB. No node has pressure, monitors are quiet. The objects only wait to be deleted.",
             ["evicted", "ready"], OTHERS["healthy"])
    return c


def disk_of_its_own(name):
    c = Workload(name, "replay-cutter", "game", "2026-10-16", "20:00", "20:57")
    three_nodes(c)
    c.container["resources"] = {"requests": {"cpu": "500m", "memory": "512Mi", "ephemeral-storage": "1Gi"}, "limits": {"cpu": "2", "memory": "1Gi", "ephemeral-storage": "4Gi"}}
    told = "Pod ephemeral local storage usage exceeds the total limit of containers 4Gi. "
    gone = [c.pod(s, n, t, phase="Failed", reason="Evicted", message=told) for s, n, t in (("6wkzn", NODES[0], "19:20"), ("f3dqv", NODES[1], "20:09"), ("pl8xt", NODES[2], "20:24"))]
    c.pod("k2hmr", NODES[0], "20:41")
    c.pod("zz9cd", NODES[1], "20:52", ready=False)
    c.deployment(2, 1)
    for pod, at in zip(gone, ("20:08:40", "20:23:50", "20:40:30")):
        c.event("Pod", pod, "Evicted", told, at)
        c.event("Pod", pod, "Killing", "Stopping container replay-cutter", at, type="Normal")
        c.app_lines(pod, "info", "cut match {id}: {n} min, scratch /scratch/{id}.raw {k} MiB", "20:00", at, every=90, n=(18, 41), k=(900, 2100))
        c.app_lines(pod, "info", "clip {id} uploaded", "20:00", at, every=200)
    c.event("Node", NODES[1], "NodeHasNoDiskPressure", f"Node {NODES[1]} status is now: NodeHasNoDiskPressure", "2026-10-16T03:00:00Z", type="Normal")
    for pod in gone[1:]:
        c.shape("container_fs_usage_mib", f"pod={pod};container=replay-cutter", lambda m: min(4096, 300 + (m % 16) * 245), 0.02)
    c.shape("container_memory_working_set_mib", f"pod={gone[1]};container=replay-cutter", lambda m: 412, 0.03)
    for node in NODES:
        c.shape("node_filesystem_avail_gib", f"node={node}", lambda m: 138, 0.01)
    c.shape("clips_requested_per_minute", "service=replay-cutter", lambda m: 21 if m < 4 else 64, 0.06)
    c.monitor("game clips waiting", True)
    c.monitor("nodes disk", False)
    c.alert("KubernetesPodEvicted", "20:42", title="replay-cutter: pods are evicted one after the other", summary="Three pods were evicted since 20:08, each on another node. A tournament is on.", suspected_symptom="Nodes with a full disk? Memory?")
    c.answer("resource_exhaustion", "Each pod uses up its own limit of 4Gi ephemeral storage with scratch files of the matches it cuts, three times as many as before eight o'clock, and is evicted. The nodes have 138 GiB free and no pressure, memory is at 40%.",
             ["ephemeral", "4Gi"], ["healthy", "unknown", "infrastructure"])
    return c


def nodes_were_drained(name):
    c = Workload(name, "triage-api", "clinic", "2026-10-20", "04:00", "04:58")
    for n, node in enumerate(("ip-10-0-1-14", "ip-10-0-2-30", "ip-10-0-3-9")):
        c.node(node, labels={"node.kubernetes.io/kubelet-version": "v1.31.2", "topology.kubernetes.io/zone": f"eu-central-1{'abc'[n]}"})
    live = [c.pod(s, n, t) for s, n, t in (("4lxwd", "ip-10-0-1-14", "04:11:31"), ("kq7tz", "ip-10-0-2-30", "04:20:31"), ("v2nfm", "ip-10-0-3-9", "04:30:31"))]
    c.deployment(3, 3)
    for n, (node, new, at) in enumerate((("ip-10-0-1-7", "ip-10-0-1-14", "04:11"), ("ip-10-0-2-19", "ip-10-0-2-30", "04:20"), ("ip-10-0-3-22", "ip-10-0-3-9", "04:30"))):
        old = f"triage-api-{c.hash}-{('b8smk', 'd3vrx', 'gg5hq')[n]}"
        c.event("Node", node, "NodeNotSchedulable", f"Node {node} status is now: NodeNotSchedulable", at, type="Normal")
        c.event("Pod", old, "Evicted", "Evicted by drain of node group upgrade to v1.31.2", at + ":30", component="kube-controller-manager", type="Normal")
        c.event("Pod", old, "Unhealthy", 'Readiness probe failed: HTTP probe failed with statuscode: 503', at + ":35", count=2)
        c.event("Node", node, "NodeNotReady", f"Node {node} status is now: NodeNotReady", at + ":58", component="node-controller", type="Normal")
        c.event("Node", node, "RemovingNode", f"Node {node} event: Removing Node {node} from Controller", at + ":59", component="node-controller", type="Normal")
        c.event("Node", new, "RegisteredNode", f"Node {new} event: Registered Node {new} in Controller", ("04:09", "04:21", "04:28")[n], component="node-controller", type="Normal")
    told = "0/3 nodes are available: 1 node(s) were unschedulable, 2 Insufficient cpu. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod."
    c.event("Pod", live[1], "FailedScheduling", told, "04:20:32", "04:21:30", 2, component="default-scheduler")
    c.event("PodDisruptionBudget", "triage-api", "NoPods", "No matching pods found", "2026-10-01T10:00:00Z", component="controllermanager", type="Normal")
    for pod in live:
        c.app_lines(pod, "info", "triage {id} colour={k} {n}ms", "04:32", every=120, k=["green", "yellow", "orange"], n=(8, 40))
    c.shape("kube_deployment_status_replicas_available", "deployment=triage-api", lambda m: 2 if 11 <= m < 13 or 20 <= m < 22.5 or 30 <= m < 32 else 3, 0)
    c.shape("http_5xx_ratio", "service=triage-api", lambda m: 0.0005, 0.3)
    c.monitor("clinic triage error rate", False)
    c.monitor("clinic triage latency", False)
    c.alert("KubernetesPodPending", "04:22", "warning", pod=live[1], title="triage-api: a pod could not be scheduled", summary="A pod of triage-api was Pending, nodes were NotReady one after the other.", description="Sent once; not updated.",
            error="2 Insufficient cpu", suspected_symptom="Nodes are failing, capacity is gone?")
    c.answer("healthy", "The node group was upgraded to v1.31.2: old nodes were drained and removed one by one. A pod waited a minute for the second new node. All three are ready on new nodes for half an hour, no error was answered.",
             ["upgrade", "ready"], OTHERS["healthy"])
    return c


def command_moved(name):
    c = Workload(name, "hl7-bridge", "clinic", "2026-10-22", "10:00", "10:39")
    three_nodes(c)
    image = "registry.internal/clinic/hl7-bridge:7.0.0"
    c.container.update(image=image, command=["/opt/bridge/bin/serve"], args=["--config", "/etc/bridge/bridge.toml"])
    told = ('failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: '
            '"/opt/bridge/bin/serve": stat /opt/bridge/bin/serve: no such file or directory: unknown')
    died = {"terminated": {"exitCode": 128, "reason": "StartError", "message": told, "startedAt": "1970-01-01T00:00:00Z", "finishedAt": c.stamp("10:34:40")}}
    stuck = [c.pod(s, n, "10:11", {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 5m0s restarting failed container=hl7-bridge"}}, died, restarts=9) for s, n in (("hm4vk", NODES[0]), ("zt6wd", NODES[2]))]
    for s, n in (("8cxqp", NODES[1]), ("l5frn", NODES[0])):
        c.pod(s, n, "2026-08-30T06:00:00Z", revision="76b9d5fc48", image="registry.internal/clinic/hl7-bridge:6.8.2")
    c.deployment(3, 2, updated=2, created="10:11", old=("76b9d5fc48", 2), progressing=f'ReplicaSet "hl7-bridge-{c.hash}" has timed out progressing.', annotations={"kubernetes.io/change-cause": "image 7.0.0 (distroless)"})
    for pod in stuck:
        c.event("Pod", pod, "Failed", "Error: " + told, "10:11:20", "10:34:40", 10)
        c.event("Pod", pod, "Pulled", f'Successfully pulled image "{image}" in 2.4s (2.4s including waiting). Image size: 41288120 bytes.', "10:11:15", type="Normal")
        c.event("Pod", pod, "BackOff", f"Back-off restarting failed container hl7-bridge in pod {pod}", "10:11:40", "10:38", 118)
    c.event("Pod", "hl7-bridge-76b9d5fc48-l5frn", "FailedMount", 'MountVolume.SetUp failed for volume "bridge-config" : failed to sync configmap cache: timed out waiting for the condition', "2026-10-19T02:00:00Z")
    for s in ("8cxqp", "l5frn"):
        c.app_lines(f"hl7-bridge-76b9d5fc48-{s}", "info", "ADT^A0{n} {id} forwarded", every=90, n=(1, 8))
    c.app_lines("hl7-bridge-76b9d5fc48-8cxqp", "info", "6.8.2: /opt/bridge/bin/serve --config /etc/bridge/bridge.toml", "10:00", "10:05", every=200)
    c.monitor("clinic messages waiting", False)
    c.monitor("clinic messages error rate", False)
    c.alert("KubernetesPodCrashLooping", "10:22", pod=stuck[0], title="hl7-bridge 7.0.0 restarts and logs nothing", summary="Both pods of the new revision are in CrashLoopBackOff with exit code 128; there is not one line of their log.",
            suspected_symptom="Is bridge.toml missing, or is it killed for memory?")
    c.answer("configuration_error", "The deployment's command is /opt/bridge/bin/serve, which image 7.0.0 does not have any more: the container cannot be started (StartError), so nothing is logged. The image was pulled, memory and config map play no part; the failed mount is three days old and an old pod's.",
             ["/opt/bridge/bin/serve", "command"], OTHERS["configuration_error"] + ["infrastructure"])
    return c


CASES = {"cluster3-06": volume_still_attached, "cluster3-07": leftovers_of_last_week, "cluster3-08": disk_of_its_own, "cluster3-09": nodes_were_drained,
         "cluster3-10": command_moved}
