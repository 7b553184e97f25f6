using AiFixer.Playground.Api;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Printing;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Cases;

/// <summary>The Kubernetes API of a frozen incident: what its files hold can be read, kinds without a file are not served.</summary>
internal sealed class FrozenKubernetes
{
    private readonly HashSet<ResourceType> served;
    private readonly ControlPlane world;
    private readonly ReadEndpoint reads;
    private readonly FrozenLogs logs;

    public FrozenKubernetes(FrozenCase incident)
    {
        world = ControlPlane.Frozen(new() { Time = new StoppedClock(incident.Now) });
        served = [.. incident.Lists.Select(l => l.Type)];
        foreach (var list in incident.Lists)
        {
            foreach (var item in list.Items)
                world.Store.Load(list.Type, item);
        }

        reads = new(world, new(world.Clock, world.Ids), new TablePrinter(world.Clock));
        logs = new(incident, world);
    }

    public async Task HandleAsync(HttpContext context)
    {
        var call = new ApiCall(context.Request, []);
        Answer answer;
        lock (world.Gate)
            answer = Handle(call);
        await ApiHandler.WriteAsync(context, answer);
    }

    private Answer Handle(ApiCall call)
    {
        if (call.Method != "GET")
            return new StatusError(403, "Forbidden", "this world stands still: nothing in it can be changed");
        if (Discovery.Find(call.Path) is { } discovered)
            return discovered;
        if (ApiPath.Parse(call.Path) is not { } path || !served.Contains(path.Type))
            return StatusError.NoResource();
        if (call.IsWatch)
            return StatusError.BadRequest("this world stands still: there is nothing to watch");
        return path switch
        {
            { Name: null } => reads.List(path, call),
            { Subresource: null or "status" } => reads.Get(path, call),
            { Subresource: "log" } when path.Type == Resources.Pods => logs.Read(path, call),
            _ => StatusError.NoResource(),
        };
    }
}
