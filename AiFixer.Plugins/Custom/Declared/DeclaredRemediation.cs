using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>A remediation that a file declares: one call that changes something, and one that looks.</summary>
internal sealed class DeclaredRemediation(
    PluginManifest manifest, IDeclaredCall called, IDeclaredCall looked, DeclaredDocument document) : IRemediationPlugin
{
    private readonly DeclaredLook look = document.Observe!;

    public PluginManifest Manifest => manifest;

    public IReadOnlyList<string> MissingConfiguration => [.. called.Missing.Union(looked.Missing)];

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = JsonDocument.Parse(call.Arguments);
        var (order, error) = called.Prepare(arguments.RootElement);
        if (order is null)
            return PreviewResult.Impossible(error!);
        var asked = await LookAsync(arguments.RootElement, cancellationToken);
        if (asked.Answer is not { } now)
            return PreviewResult.Impossible(asked.Error, asked.Retryable);
        if (Is(now, look.Done))
            return PreviewResult.Impossible($"it is so already: {Said(now, look.Done.Keys)}");
        return PreviewResult.Of(new(Target(arguments.RootElement), Call(order), order.ToPayload(), Diff(now), Hash(now), document.BlastRadius));
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        DeclaredOrder.FromPayload(plan.Payload) is { } order
            ? called.SendAsync(order, call.MayLeave, cancellationToken)
            : Task.FromResult(new ExecuteResult(ExecuteOutcome.NotDone, "the plan is empty"));

    public async Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        using var arguments = JsonDocument.Parse(call.Arguments);
        var asked = await LookAsync(arguments.RootElement, cancellationToken);
        if (asked.Answer is not { } now)
            return new(ExecuteOutcome.Unknown, TargetHealth.Unknown, asked.Error);
        var health = look.Healthy.Count == 0 ? TargetHealth.Unknown : Is(now, look.Healthy) ? TargetHealth.Healthy : TargetHealth.Unhealthy;
        return new(Applied(now), health, Said(now, look.Done.Keys.Union(look.Healthy.Keys)));
    }

    /// <summary>What does not even have the place that is looked at is another answer than the one that was meant.</summary>
    private ExecuteOutcome Applied(JsonElement now)
    {
        if (look.Done.Keys.Any(pointer => Pointer.Read(now, pointer) is null))
            return ExecuteOutcome.Unknown;
        return Is(now, look.Done) ? ExecuteOutcome.Done : ExecuteOutcome.NotDone;
    }

    private static bool Is(JsonElement now, Dictionary<string, string> wanted) =>
        wanted.All(pair => Pointer.Read(now, pair.Key) is { } value && Template.Text(value) == pair.Value);

    private static string Said(JsonElement now, IEnumerable<string> pointers) =>
        string.Join(", ", pointers.Select(pointer => $"{pointer} is {OutsideText.Line(Template.Text(Pointer.Read(now, pointer)), 100)}"));

    private static string Call(DeclaredOrder order) =>
        $"{order.Where} {string.Join(' ', order.Words)}".TrimStart() + (order.Body is { } body ? $" {body}" : "");

    private async Task<Asked> LookAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        var (order, error) = looked.Prepare(arguments);
        return order is null ? Asked.Failed(error!, retryable: false) : await looked.AskAsync(order, cancellationToken);
    }

    private TargetRef Target(JsonElement arguments)
    {
        return new(document.Http?.Service ?? "local", document.Target!.Kind, Fill(document.Target.Namespace), Fill(document.Target.Name));

        string Fill(string template) => Template.Parse(template)!.Fill(name => Pointer.Read(arguments, $"/{name}"), static text => text);
    }

    private string Diff(JsonElement now) => string.Join('\n', look.Done.SelectMany(pair => new[]
    {
        $"-{pair.Key}: {OutsideText.Visible(Template.Text(Pointer.Read(now, pair.Key)))}",
        $"+{pair.Key}: {pair.Value}",
    }));

    private string Hash(JsonElement now)
    {
        var touched = string.Join('\n', look.Touches.Union(look.Done.Keys).Select(pointer => $"{pointer}={Template.Text(Pointer.Read(now, pointer))}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(touched)));
    }
}
