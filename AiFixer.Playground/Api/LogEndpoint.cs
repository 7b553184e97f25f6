using System.Globalization;
using System.Text;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>Pod logs, with the refusals the kubelet gives.</summary>
internal sealed class LogEndpoint(ControlPlane world)
{
    public Answer Read(ApiPath path, ApiCall call)
    {
        if (world.Store.Find(Resources.Pods, path.Namespace ?? "", path.Name!) is not { } pod)
            return StatusError.NotFound(Resources.Pods, path.Name!);
        var containers = (pod.Spec.Arr("containers") ?? []).Select(container => container.Str("name")!).ToList();
        var wanted = call.Query("container");
        if (string.IsNullOrEmpty(wanted) && containers.Count > 1)
            return StatusError.BadRequest($"a container name must be specified for pod {pod.Name}, choose one of: [{string.Join(' ', containers)}]");
        var name = string.IsNullOrEmpty(wanted) ? containers[0] : wanted;
        if (!containers.Contains(name))
            return StatusError.BadRequest($"container {name} is not valid for pod {pod.Name}");
        var run = world.Pods.Find(pod);
        if (call.Flag("previous") && (run?.Log.Previous is null || name != run.Container))
            return StatusError.BadRequest($"previous terminated container \"{name}\" in pod \"{pod.Name}\" not found");
        if (run is { Lost: true })
            return Unreachable(pod, run, name);
        if (run is null || Waiting(run, name) is not null)
            return StatusError.BadRequest($"container \"{name}\" in pod \"{pod.Name}\" is waiting to start: {(run is null ? "ContainerCreating" : Waiting(run, name))}");
        if (name != run.Container)
            return Answer.Text("");
        return Render(call.Flag("previous") ? run.Log.Previous! : run.Log.Current, call);
    }

    private static string? Waiting(PodRun run, string container) => run.Stage switch
    {
        PodStage.Unscheduled or PodStage.Creating => "ContainerCreating",
        PodStage.PullError or PodStage.PullBackOff when container == run.Container => "trying and failing to pull image",
        PodStage.ConfigError when container == run.Container && run.LastExit is null => "CreateContainerConfigError",
        _ => null,
    };

    private static StatusError Unreachable(StoredObject pod, PodRun run, string container)
    {
        var place = $"{run.Node}:10250";
        return new(500, "InternalError", $"Get \"https://{place}/containerLogs/{pod.Namespace}/{pod.Name}/{container}\": dial tcp {place}: connect: no route to host");
    }

    private Answer Render(IEnumerable<LogLine> lines, ApiCall call)
    {
        if (call.Query("sinceSeconds") is not null && call.Query("sinceTime") is not null)
            return StatusError.BadRequest("at most one of sinceTime or sinceSeconds may be specified");
        if (Number(call, "sinceSeconds") is { } seconds)
            lines = lines.Where(line => line.Time >= world.Clock.Now.AddSeconds(-seconds));
        if (KubeTime.Parse(call.Query("sinceTime")) is { } since)
            lines = lines.Where(line => line.Time >= since);
        if (Number(call, "tailLines") is { } tail)
            lines = lines.TakeLast((int)Math.Min(tail, int.MaxValue));
        var stamped = call.Flag("timestamps");
        var text = string.Concat(lines.Select(line => $"{(stamped ? KubeTime.Nanos(line.Time) + " " : "")}{line.Text}\n"));
        var bytes = Encoding.UTF8.GetBytes(text);
        var limit = (int)Math.Min(Number(call, "limitBytes") ?? int.MaxValue, bytes.Length);
        return new(200, bytes[..limit], "text/plain");
    }

    private static long? Number(ApiCall call, string key) =>
        long.TryParse(call.Query(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
