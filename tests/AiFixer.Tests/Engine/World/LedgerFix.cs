using System.Globalization;
using System.Text.Json;
using AiFixer.Plugins;

namespace AiFixer.Tests.Engine.World;

/// <summary>Changes an account, in one of three manners.</summary>
internal sealed class LedgerFix(Ledger ledger, FixKind kind, TimeProvider time) : IRemediationPlugin
{
    public const string Schema = """
        {"type":"object","properties":{"account":{"type":"string"},"value":{"type":"string"}},"required":["account"]}
        """;

    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    public PluginManifest Manifest { get; } = new()
    {
        Name = NameOf(kind),
        Description = "Changes an account.",
        Category = PluginCategory.Remediation,
        ParametersSchema = Schema,
        Verb = "change",
        Idempotent = kind == FixKind.Set,
        Guarded = kind == FixKind.Swap,
        ResourceKind = "account",
        Timeout = Timeout,
    };

    public static string NameOf(FixKind kind) => $"ledger.{kind.ToString().ToLowerInvariant()}";

    public static PluginRequest Request(FixKind kind, string account, string value) =>
        new(NameOf(kind), $$"""{"account":"{{account}}","value":"{{JsonEncodedText.Encode(value)}}"}""");

    public Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = JsonDocument.Parse(call.Arguments);
        var name = arguments.RootElement.GetProperty("account").GetString()!;
        var value = arguments.RootElement.GetProperty("value").GetString()!;
        return Task.FromResult(PreviewResult.Of(ledger.With(name, account => Plan(account, value))));
    }

    public async Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var payload = Payload.Parse(plan.Payload);
        var slowness = ledger.With(payload.Account, account => account.Slowness);
        if (slowness > TimeSpan.Zero)
        {
            // On its way: it arrives whether or not the caller still waits.
            using var way = new PeriodicTimer(slowness, time);
            await way.WaitForNextTickAsync(CancellationToken.None);
        }

        return ledger.Carry(kind, Manifest.Name, call.ActionId!, payload);
    }

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var payload = Payload.Parse(plan.Payload);
        return Task.FromResult(ledger.With(payload.Account, account => Look(account, call, payload)));
    }

    private Observation Look(Account account, PluginCall call, Payload payload)
    {
        var health = account.IsWell(time.GetUtcNow()) ? TargetHealth.Healthy : TargetHealth.Unhealthy;
        if (account.BlindLooks > 0)
        {
            account.BlindLooks--;
            return new(ExecuteOutcome.Unknown, TargetHealth.Unknown, "It cannot be seen.");
        }

        var done = kind == FixKind.Set ? account.Value == payload.Value : account.Lines.Contains(call.ActionId!);
        return new(done ? ExecuteOutcome.Done : ExecuteOutcome.NotDone, health, $"The value is {account.Value}.");
    }

    private ActionPlan Plan(Account account, string value) => new(
        new TargetRef("default", "account", "default", account.Name, account.Uid),
        $"{kind} {account.Name} = {value}",
        new Payload(account.Name, value, account.Revision).ToString(),
        $"-{account.Value}\n+{value}",
        account.Revision.ToString(CultureInfo.InvariantCulture),
        "This account alone.",
        Undo: account.HasUndo ? Request(FixKind.Set, account.Name, account.Value) : null);
}
