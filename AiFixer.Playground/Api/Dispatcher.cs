using AiFixer.Playground.Access;
using AiFixer.Playground.Applying;
using AiFixer.Playground.Patching;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>From a call to the endpoint that answers it. Runs under the world's lock.</summary>
internal sealed class Dispatcher(
    ReadEndpoint reads, WriteEndpoint writes, ApplyEndpoint applies, ScaleEndpoint scale, LogEndpoint logs, EvictionEndpoint evictions, MetricsEndpoint metrics, AccessReviewEndpoint reviews,
    TokenEndpoint tokens, CallerReader callers, Gatekeeper gate)
{
    public Answer Handle(ApiCall call)
    {
        if (callers.Read(call).Failed(out var stranger, out var caller))
            return stranger;
        if (call.Path == AccessReviewEndpoint.Path)
            return call.Method == "POST" ? reviews.Review(call, caller) : StatusError.MethodNotAllowed();
        if (call.Path == AccessReviewEndpoint.RulesPath)
            return call.Method == "POST" ? reviews.Rules(call, caller) : StatusError.MethodNotAllowed();
        if (call.Method == "GET" && (Discovery.Find(call.Path) ?? OpenApiStub.Find(call.Path)) is { } discovered)
            return discovered;
        if (caller.IsBound && gate.Refusal(caller, call) is { } unknown)
            return unknown;
        if (metrics.Find(call) is { } measured)
            return measured;
        if (ApiPath.Parse(call.Path) is not { } path)
            return StatusError.NoResource();
        if (gate.Refusal(caller, call) is { } refusal)
            return refusal;
        return path.Subresource is null ? Whole(path, call, caller) : Part(path, call);
    }

    private Answer Whole(ApiPath path, ApiCall call, Caller caller) => (call.Method, path.Name) switch
    {
        ("GET", null) => reads.List(path, call),
        ("GET", _) => reads.Get(path, call),
        ("POST", null) => writes.Create(path, call),
        ("PUT", not null) => writes.Replace(path, call),
        ("PATCH", not null) when call.MediaType == Patch.ServerSide => applies.Apply(path, call, () => gate.Refusal(caller, AccessWish.Of(call)! with { Verb = "create" })),
        ("PATCH", not null) => writes.Merge(path, call),
        ("DELETE", not null) => writes.Delete(path, call),
        _ => StatusError.MethodNotAllowed(),
    };

    private Answer Part(ApiPath path, ApiCall call) => (path.Subresource, call.Method) switch
    {
        ("scale", _) => scale.Handle(path, call),
        ("log", "GET") when path.Type == Resources.Pods => logs.Read(path, call),
        ("eviction", "POST") when path.Type == Resources.Pods => evictions.Evict(path, call),
        ("token", "POST") when path.Type == Resources.ServiceAccounts => tokens.Give(path, call),
        ("status", "GET") => reads.Get(path, call),
        _ => StatusError.NoResource(),
    };
}
