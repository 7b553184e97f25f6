using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Plugins;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using AiFixer.Core.Schemas;
using AiFixer.Core.Secrets;
using AiFixer.Plugins;

namespace AiFixer.Lark.Talk.Commands;

/// <summary>Runs what only reads, and proposes what changes something: that goes through the policy and to somebody else.</summary>
internal sealed class RunCommand(IPluginHost plugins, IPolicyFacts facts, IncidentTalk talk, IJournalReader journal, TimeProvider time)
{
    public async Task<CommandReply> RunAsync(CommandCall call, IncidentId id, CancellationToken cancellationToken)
    {
        var words = call.Words;
        if (call.By.Role < PersonRole.Operator)
            return CommandReply.Of(words["refused.stranger"]);
        if (call.Command.Words.Count == 0)
            return CommandReply.Of(words.Say("command.usage", CommandUse.Of(CommandKind.Run)));
        var (name, typed) = (call.Command.Words[0], call.Command.Words.Skip(1).ToList());
        // What was masked on its way in would be proposed, approved and sent as it reads now.
        if (typed.Exists(word => word.Contains(SecretText.Hidden, StringComparison.Ordinal)))
            return CommandReply.Of(words["command.run.masked"]);
        if (await journal.LoadAsync(id, cancellationToken) is null)
            return CommandReply.Of(words.Say("command.noIncident", id));
        if (plugins.Find(name) is not { } manifest)
            return CommandReply.Of(words.Say("command.run.unknown", name));
        var (arguments, problem) = Arguments(typed, manifest);
        if (arguments is null)
            return CommandReply.Of(words.Say("command.run.arguments", manifest.Name, problem!));
        var asked = new PluginCall(arguments, id.Value, null, call.By.Name, time.GetUtcNow());
        return manifest.Category == PluginCategory.Diagnostic
            ? await AskAsync(call, manifest, asked, cancellationToken)
            : await ProposeAsync(call, id, manifest, asked, cancellationToken);
    }

    private static (string? Json, string? Problem) Arguments(IReadOnlyList<string> typed, PluginManifest manifest)
    {
        var (json, problem) = TypedArguments.Read(typed, manifest.ParametersSchema);
        if (json is null)
            return (null, problem);
        var bound = ArgumentSchema.Parse(manifest.ParametersSchema).Bind(json);
        return bound.Canonical is { } canonical ? (canonical, null) : (null, string.Join("; ", bound.Errors));
    }

    private async Task<CommandReply> AskAsync(CommandCall call, PluginManifest manifest, PluginCall asked, CancellationToken cancellationToken)
    {
        var result = await plugins.RunAsync(manifest.Name, asked, cancellationToken);
        return result.Success
            ? new($"{manifest.Name}: {result.Message}", [], result.Data)
            : CommandReply.Of(call.Words.Say("command.run.failed", manifest.Name, result.Error ?? ""));
    }

    private async Task<CommandReply> ProposeAsync(
        CommandCall call, IncidentId id, PluginManifest manifest, PluginCall asked, CancellationToken cancellationToken)
    {
        var words = call.Words;
        var preview = await plugins.PreviewAsync(manifest.Name, asked with { DryRun = true }, cancellationToken);
        if (preview.Plan is not { } plan)
            return CommandReply.Of(words.Say("command.run.impossible", manifest.Name, preview.Error ?? ""));
        var action = new PlannedAction(new(manifest.Name, asked.Arguments), PluginTraits.Of(manifest, preview.Traits), plan, $"{call.By.Name}: /run");
        var said = await facts.ReadAsync(cancellationToken);
        var receipt = await talk.TellAsync(call.Received, id, _ => new PersonInput.Propose(call.By, action, said), cancellationToken);
        return CommandReply.Of(receipt switch
        {
            TellReceipt.Accepted => words.Say("command.run.asked", manifest.Name),
            TellReceipt.Refused refused => words.Say("command.done", id, RefusalText.Of(words, refused.Refusal, null, null, call.By)),
            TellReceipt.Busy busy => words.Say("command.busy", busy.Reason),
            _ => words.Say("command.noIncident", id),
        });
    }
}
