using AiFixer.Playground.Lark.Connection;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Playground.Lark.Rest;

/// <summary>The open platform's REST endpoints, with its tokens, limits and faults before them.</summary>
internal sealed class LarkApi(PracticeLarkOptions options, LarkRoom room, LarkFaults faults, TenantTokens tokens, ConnectionTickets tickets, ConnectionHub hub)
{
    private readonly RateLimits limits = new(options.Time);
    private readonly TokenEndpoint token = new(options, tokens);
    private readonly MessageEndpoint messages = new(options, room, new(options.Time));
    private readonly ReactionEndpoint reactions = new(options, room);
    private readonly ChatEndpoint chats = new(room);
    private readonly HookEndpoint hooks = new(options, room);

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path == "/ws/v2")
        {
            await hub.AcceptAsync(context);
            return;
        }

        var call = await LarkCall.ReadAsync(context.Request);
        var fault = call.Path is not ["open-apis", not "auth", ..] ? null : faults.Take(call.Method);
        if (fault == LarkFault.LostRequest)
        {
            context.Abort();
            return;
        }

        var answer = FaultAnswers.Of(fault, faults.Reset) ?? Handle(call, context.Request.Host);
        if (fault == LarkFault.LostAnswer)
            context.Abort();
        else
            await AnswerWriter.WriteAsync(context, answer, isCut: fault == LarkFault.Garbled);
    }

    private LarkAnswer Handle(LarkCall call, HostString host)
    {
        if (call is { Method: "POST", Path: ["open-apis", "auth", "v3", "tenant_access_token", "internal"] })
            return token.Take(call);
        if (call is { Method: "POST", Path: ["callback", "ws", "endpoint"] })
            return tickets.Take(call, host);
        if (call is { Method: "POST", Path: ["open-apis", "bot", "v2", "hook", var chat] })
            return hooks.Post(call, chat);
        if (call.Path is not ["open-apis", ..])
            return LarkAnswer.NotFound;
        return token.Refusal(call) ?? (limits.Take(Name(call), options.Limits.PerApi) ? Route(call) : LarkAnswer.TooFast(faults.Reset));
    }

    private LarkAnswer Route(LarkCall call) => (call.Method, call.Path) switch
    {
        ("POST", ["open-apis", "im", "v1", "messages"]) => messages.Send(call),
        ("POST", ["open-apis", "im", "v1", "messages", var id, "reply"]) => messages.Reply(call, id),
        ("PATCH", ["open-apis", "im", "v1", "messages", var id]) => messages.Patch(call, id),
        ("GET", ["open-apis", "im", "v1", "messages", var id]) => messages.Get(id),
        ("DELETE", ["open-apis", "im", "v1", "messages", var id]) => messages.Recall(id),
        ("POST", ["open-apis", "im", "v1", "messages", var id, "reactions"]) => reactions.Add(call, id),
        ("GET", ["open-apis", "im", "v1", "messages", var id, "reactions"]) => reactions.List(id),
        ("DELETE", ["open-apis", "im", "v1", "messages", var id, "reactions", var reaction]) => reactions.Remove(id, reaction),
        ("GET", ["open-apis", "im", "v1", "chats"]) => chats.List(),
        ("GET", ["open-apis", "im", "v1", "chats", var id]) => chats.Get(id),
        ("GET", ["open-apis", "bot", "v3", "info"]) => chats.Bot(),
        _ => LarkAnswer.NotFound,
    };

    /// <summary>The API without what a call is about.</summary>
    private static string Name(LarkCall call) =>
        $"{call.Method} {string.Join('/', call.Path.Select(part => part.Contains('_', StringComparison.Ordinal) || part.Contains('-', StringComparison.Ordinal) ? "*" : part))}";
}
