using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Controllers;

/// <summary>ResourceQuotas: what pods of a namespace ask for together, and the admission that refuses one too many.</summary>
internal sealed class QuotaController(ObjectStore store, PodRegistry pods)
{
    private static readonly string[] Measured = ["pods", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory", "cpu", "memory", "count/pods"];

    /// <summary>Why a pod with this spec may not be made, in the words of admission; null when it may.</summary>
    public string? Refusal(string ns, JsonNode? podSpec)
    {
        foreach (var quota in store.List(Resources.Quotas, ns))
        {
            var limits = Limits(quota);
            var exceeded = limits.Where(limit => Ask(podSpec, limit.Key) > 0 && Used(ns, limit.Key) + Ask(podSpec, limit.Key) > limit.Value).Select(limit => limit.Key).ToList();
            if (exceeded.Count == 0)
                continue;
            string Listed(Func<string, decimal> amount) => string.Join(",", exceeded.Select(name => $"{name}={Text(name, amount(name))}"));
            return $"exceeded quota: {quota.Name}, requested: {Listed(name => Ask(podSpec, name))}, used: {Listed(name => Used(ns, name))}, limited: {Listed(name => limits[name])}";
        }

        return null;
    }

    public void PodChanged(StoredObject pod)
    {
        foreach (var quota in store.List(Resources.Quotas, pod.Namespace).ToList())
            Reconcile(quota);
    }

    public void Reconcile(StoredObject quota)
    {
        if (quota.Removed)
            return;
        var used = new JsonObject();
        foreach (var name in Limits(quota).Keys)
            used[name] = Text(name, Used(quota.Namespace, name));
        var status = new JsonObject { ["hard"] = quota.Spec.Obj("hard")?.DeepClone() ?? new JsonObject(), ["used"] = used };
        if (JsonNode.DeepEquals(status, quota.Status))
            return;
        quota.Json["status"] = status;
        store.Touch(quota);
    }

    private static Dictionary<string, decimal> Limits(StoredObject quota) => (quota.Spec.Obj("hard") ?? [])
        .Where(pair => Measured.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => Quantity.Of(pair.Value) ?? 0, StringComparer.Ordinal);

    private decimal Used(string ns, string name) =>
        store.List(Resources.Pods, ns).Where(pod => pods.Find(pod)?.IsOver != true).Sum(pod => Ask(pod.Spec, name));

    private static decimal Ask(JsonNode? podSpec, string name) => name switch
    {
        "pods" or "count/pods" => 1,
        "cpu" or "requests.cpu" => PodResources.Requested(podSpec, "cpu"),
        "memory" or "requests.memory" => PodResources.Requested(podSpec, "memory"),
        "limits.cpu" => PodResources.Limited(podSpec, "cpu"),
        _ => PodResources.Limited(podSpec, "memory"),
    };

    private static string Text(string name, decimal amount) => name.EndsWith("memory", StringComparison.Ordinal) ? Quantity.Binary(amount) : Quantity.Milli(amount);
}
