using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Controllers;

/// <summary>Services → Endpoints and EndpointSlices. Changes of many pods in one moment are written once.</summary>
internal sealed class EndpointsController(ObjectStore store, WorldClock clock, Agenda agenda, PodRegistry pods)
{
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(100);
    private readonly HashSet<string> waiting = new(StringComparer.Ordinal);
    private int addresses;

    public void PodChanged(StoredObject pod)
    {
        foreach (var service in store.List(Resources.Services, pod.Namespace).Where(service => Selects(service, pod)))
            Later(service);
    }

    public void Later(StoredObject service)
    {
        if (service.Removed || !waiting.Add(service.Uid))
            return;
        agenda.At(clock.Now + Batch, () =>
        {
            waiting.Remove(service.Uid);
            if (!service.Removed)
                Write(service);
        });
    }

    /// <summary>The address that the server gives a service when its maker leaves it out.</summary>
    public string NextAddress() => $"10.96.{addresses / 250 % 250}.{(addresses++ % 250) + 10}";

    public void Remove(StoredObject service)
    {
        if (store.Find(Resources.Endpoints, service.Namespace, service.Name) is { } endpoints)
            store.Remove(endpoints);
    }

    private void Write(StoredObject service)
    {
        if (service.Spec.Obj("selector") is not { Count: > 0 })
            return;
        var there = store.List(Resources.Pods, service.Namespace).Where(pod => Selects(service, pod) && !pod.Deleting)
            .Select(pods.Find).OfType<PodRun>().Where(run => run.Address is not null && !run.IsOver).ToList();
        Put(Resources.Endpoints, service, service.Name, EndpointLists.Endpoints(service, there));
        Put(Resources.EndpointSlices, service, $"{service.Name}-{WorldIds.Letters(StableHash.Of(service.Uid))[..5]}", EndpointLists.Slice(service, there));
    }

    private void Put(ResourceType type, StoredObject service, string name, JsonObject content)
    {
        if (store.Find(type, service.Namespace, name) is not { } found)
        {
            content.Insert(0, "metadata", Metadata(type, service, name));
            store.Add(type, content, clock.Now);
            return;
        }

        var changed = false;
        foreach (var (key, value) in content)
        {
            if (JsonNode.DeepEquals(found.Json[key], value))
                continue;
            found.Json[key] = value?.DeepClone();
            changed = true;
        }

        if (changed)
            store.Touch(found);
    }

    private static JsonObject Metadata(ResourceType type, StoredObject service, string name)
    {
        var metadata = new JsonObject { ["name"] = name, ["namespace"] = service.Namespace, ["labels"] = service.Labels?.DeepClone() ?? new JsonObject() };
        if (type != Resources.EndpointSlices)
            return metadata;
        metadata["generateName"] = $"{service.Name}-";
        metadata["labels"]!["kubernetes.io/service-name"] = service.Name;
        metadata["labels"]!["endpointslice.kubernetes.io/managed-by"] = "endpointslice-controller.k8s.io";
        metadata["ownerReferences"] = new JsonArray(OwnerReference.To(service));
        return metadata;
    }

    private static bool Selects(StoredObject service, StoredObject pod) =>
        service.Spec.Obj("selector") is { Count: > 0 } selector && selector.All(pair => pod.Labels.Str(pair.Key) == pair.Value.AsText());
}
