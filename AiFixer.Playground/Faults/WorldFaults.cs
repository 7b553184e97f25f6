using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Faults;

/// <summary>
/// What can be wrong in a world. Each is a property of the software or of a machine, so only what really helps cures it. Every method
/// answers false when there is no such deployment or node.
/// </summary>
public sealed class WorldFaults
{
    private readonly FaultInjector faults;
    private readonly Func<Func<bool>, bool> inside;

    internal WorldFaults(FaultInjector faults, Func<Func<bool>, bool> inside) => (this.faults, this.inside) = (faults, inside);

    /// <summary>Releases an image that nobody pushed: its pods never start. Cured by an image that exists.</summary>
    public bool MissingImage(string ns, string deployment) => inside(() => faults.MissingImage(ns, deployment));

    /// <summary>Releases software with a bug: it exits at once. Cured by the revision before it.</summary>
    public bool BadRevision(string ns, string deployment) => inside(() => faults.BadRevision(ns, deployment));

    /// <summary>Releases software that exits without an environment variable. Cured by setting it, or by the revision before.</summary>
    public bool MissingSetting(string ns, string deployment, string setting = "PAYMENT_TIMEOUT_MS") =>
        inside(() => faults.RequireSetting(ns, deployment, setting));

    /// <summary>Releases a template that reads a key which its config map does not have: the container cannot be made.</summary>
    public bool MissingConfigKey(string ns, string deployment, string configMap, string key) => inside(() => faults.Mistake(
        ns, deployment, "read a setting from a config map", container =>
        {
            var source = new JsonObject { ["configMapKeyRef"] = new JsonObject { ["name"] = configMap, ["key"] = key } };
            var variable = new JsonObject { ["name"] = key.ToUpperInvariant().Replace('-', '_').Replace('.', '_'), ["valueFrom"] = source };
            container["env"] = container.Arr("env")?.DeepClone() ?? new JsonArray();
            container.Arr("env")!.Add((JsonNode)variable);
        }));

    /// <summary>From now on the software needs so much memory, an amount like <c>400Mi</c>. Cured by a limit above it, and only by that.</summary>
    public bool OutgrowMemory(string ns, string deployment, string need) =>
        inside(() => Quantity.Parse(need) is { } bytes && faults.NeedMemory(ns, deployment, (long)bytes));

    /// <summary>Releases a template whose probe asks the wrong path or port. Cured by a probe that asks what is there.</summary>
    public bool BreakProbe(string ns, string deployment, string probe = "readinessProbe", string path = "/health", int port = 8080) => inside(() => faults.Mistake(
        ns, deployment, $"moved the {probe}", container =>
        {
            var get = new JsonObject { ["path"] = path, ["port"] = port, ["scheme"] = "HTTP" };
            container[probe] = new JsonObject { ["httpGet"] = get, ["timeoutSeconds"] = 1, ["periodSeconds"] = 2, ["successThreshold"] = 1, ["failureThreshold"] = 3 };
        }));

    /// <summary>Releases a template that requests so much of a resource. When no node has it, cured by a smaller request.</summary>
    public bool RequestTooMuch(string ns, string deployment, string resource = "cpu", string amount = "200") => inside(() => faults.Mistake(
        ns, deployment, $"raised the request for {resource}", container => container.Ensure("resources").Ensure("requests")[resource] = amount));

    /// <summary>Sends traffic; above capacity pods fail their readiness probes. Cured by more pods.</summary>
    public bool Traffic(string ns, string deployment, double requestsPerSecond, double? capacityPerPod = null) =>
        inside(() => faults.SetTraffic(ns, deployment, requestsPerSecond, capacityPerPod));

    /// <summary>From now on each container loses connections, out of a pool of a hundred. A restart helps until the pool is empty again.</summary>
    public bool LeakConnections(string ns, string deployment, double connectionsPerSecond = 1) =>
        inside(() => faults.Leak(ns, deployment, connectionsPerSecond));

    /// <summary>Releases software that fills its scratch space without end, and with it the nodes' disks. Cured by the revision before it.</summary>
    public bool WriteToDisk(string ns, string deployment, string bytesPerSecond = "256Mi") =>
        inside(() => Quantity.Parse(bytesPerSecond) is { } rate && faults.WriteToDisk(ns, deployment, (double)rate));

    /// <summary>Breaks what the deployment depends on: pods of every revision crash, so no rollback helps.</summary>
    public bool BreakDependency(string ns, string deployment) => inside(() => faults.BreakDependency(ns, deployment));

    /// <summary>The node's kubelet stops answering, and its pods with it. Cured by <see cref="RecoverNode"/>; its pods move away in time.</summary>
    public bool FailNode(string node) => inside(() => faults.OnNode(node, faults.FailNode));

    /// <summary>The node answers again.</summary>
    public bool RecoverNode(string node) => inside(() => faults.OnNode(node, faults.RecoverNode));

    /// <summary>Files that are no pod's fill the node's disk up to this share; a healthy node has 0.3.</summary>
    public bool FillDisk(string node, double share = 0.95) => inside(() => faults.OnNode(node, found => faults.FillDisk(found, share)));

    /// <summary>Takes every fault of the deployment away, mistakes in its template included.</summary>
    public bool Heal(string ns, string deployment) => inside(() => faults.Heal(ns, deployment));
}
