using System.Globalization;
using System.Text;
using AiFixer.Playground.Api;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Cases;

/// <summary>Pod logs from files, with the refusals the kubelet gives.</summary>
internal sealed class FrozenLogs(FrozenCase incident, ControlPlane world)
{
    public Answer Read(ApiPath path, ApiCall call)
    {
        if (world.Store.Find(Resources.Pods, path.Namespace ?? "", path.Name!) is not { } pod)
            return StatusError.NotFound(Resources.Pods, path.Name!);
        var containers = Names(pod, "containers").Concat(Names(pod, "initContainers")).ToList();
        var wanted = call.Query("container");
        if (string.IsNullOrEmpty(wanted) && Names(pod, "containers").Count() > 1)
            return StatusError.BadRequest($"a container name must be specified for pod {pod.Name}, choose one of: [{string.Join(' ', Names(pod, "containers"))}]");
        var container = string.IsNullOrEmpty(wanted) ? containers[0] : wanted;
        if (!containers.Contains(container))
            return StatusError.BadRequest($"container {container} is not valid for pod {pod.Name}");
        if (incident.PodLogs.TryGetValue(new(pod.Namespace, pod.Name, container, call.Flag("previous")), out var text))
            return Tail(text, call);
        return call.Flag("previous")
            ? StatusError.BadRequest($"previous terminated container \"{container}\" in pod \"{pod.Name}\" not found")
            : Waiting(pod, container) is { } reason
                ? StatusError.BadRequest($"container \"{container}\" in pod \"{pod.Name}\" is waiting to start: {reason}")
                : Answer.Text("");
    }

    private static IEnumerable<string> Names(StoredObject pod, string list) =>
        (pod.Spec.Arr(list) ?? []).Select(c => c.Str("name")).OfType<string>();

    private static string? Waiting(StoredObject pod, string container) => (pod.Status.Arr("containerStatuses") ?? [])
        .Where(s => s.Str("name") == container && s.Obj("lastState") is null or { Count: 0 })
        .Select(s => s.Obj("state").Obj("waiting").Str("reason"))
        .FirstOrDefault();

    private static Answer Tail(string text, ApiCall call)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var kept = Number(call, "tailLines") is { } tail && tail < lines.Length ? lines[^(int)tail..] : lines;
        var bytes = Encoding.UTF8.GetBytes(kept.Length == 0 ? "" : string.Join('\n', kept) + "\n");
        var limit = Number(call, "limitBytes") is { } most && most < bytes.Length ? (int)most : bytes.Length;
        return new(200, bytes[..limit], "text/plain");
    }

    private static long? Number(ApiCall call, string key) =>
        long.TryParse(call.Query(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
