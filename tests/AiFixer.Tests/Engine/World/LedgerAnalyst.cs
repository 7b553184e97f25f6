using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Tests.Engine.World;

/// <summary>Looks at the account and suggests what the alert's labels name.</summary>
internal sealed class LedgerAnalyst(IPluginHost plugins, TimeProvider time) : IAnalyst
{
    public async Task<AnalystAnswer> DiagnoseAsync(Incident incident, CancellationToken cancellationToken)
    {
        var account = incident.Alert.Labels["account"];
        var call = new PluginCall($$"""{"account":"{{account}}"}""", incident.Id.Value, null, "aifixer", time.GetUtcNow());
        var seen = await plugins.RunAsync("ledger.look", call, cancellationToken);
        var blob = Blob.Of("application/json", System.Text.Encoding.UTF8.GetBytes(seen.Data!));
        var value = incident.Alert.Labels.GetValueOrDefault("value", "fixed");
        var suggestions = incident.Alert.Labels["fixes"].Split(',')
            .Select(fix => new SuggestedAction(LedgerFix.Request(Enum.Parse<FixKind>(fix), account, value), "It is broken."));
        return new(
            new(0, "ledger", Verdict.Confirmed, "broken", "The account is broken.", 0.9,
                [new("E1", "ledger.look", seen.Message, blob.Hash)], [.. suggestions], [], []),
            [blob]);
    }
}
