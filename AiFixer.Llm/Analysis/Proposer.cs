using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AiFixer.Core.Analysis.Claims;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Llm.Answers;
using AiFixer.Llm.Budgets;
using AiFixer.Llm.Cache;
using AiFixer.Llm.Chain;
using AiFixer.Llm.Masking;
using AiFixer.Llm.Prompts;
using AiFixer.Llm.Providers;
using AiFixer.Llm.Telemetry;
using AiFixer.Llm.Transcripts;
using AiFixer.Plugins;

namespace AiFixer.Llm.Analysis;

/// <summary>Asks what to do about a cause that was found. The actions are shown to the model, never given to it.</summary>
internal sealed class Proposer(ProviderChain chain, IPluginHost plugins, AnswerCache cache, CacheOptions lifetimes)
{
    private const int LongestList = 40_000;

    /// <summary>Null when nobody gave a valid answer.</summary>
    public async Task<ImmutableList<SuggestedAction>?> ProposeAsync(
        Incident incident, AnalystAnswer found, Budget budget, Transcript transcript, List<string> notes, CancellationToken cancellationToken)
    {
        var context = Context(found);
        var key = CacheKey.Of(Prompt.Proposals.Name, Prompt.Proposals.System, chain.Names, incident.Alert.Target?.Key ?? "", Fence.Unsealed(context));
        if (cache.Find<KeptProposals>(key) is { } kept && Checked(incident, found, kept.Answer) is ({ } again, []))
        {
            LlmInstruments.Cached("proposals", hit: true);
            transcript.Say("note", "The proposals were had before and are used again.");
            return again;
        }

        LlmInstruments.Cached("proposals", hit: false);
        var inquiry = new Inquiry(chain.Begin(budget, transcript), Prompt.Proposals, tools: null, budget, transcript);
        var result = await inquiry.AskAsync(context, cancellationToken);
        if (result.Answer is not { } answer)
        {
            notes.Add($"No model proposed anything: {result.Failure}");
            return null;
        }

        var (actions, refused) = Checked(incident, found, answer);
        notes.AddRange(refused);
        foreach (var note in refused)
            transcript.Say("note", note);
        if (refused.Count == 0 && !actions.Exists(HasNumber))
            cache.Keep(key, new KeptProposals(answer), lifetimes.Proposals);
        return actions;
    }

    private (ImmutableList<SuggestedAction> Actions, List<string> Refused) Checked(Incident incident, AnalystAnswer found, JsonElement answer)
    {
        var refused = new List<string>();
        var structured = found.Diagnosis.Evidence.RemoveAll(WordsOfOthers.Is);
        var seen = EvidenceBook.Of(structured, [.. found.Blobs.Select(WordsOfOthers.Without)]);
        return (new ProposalCheck(plugins, incident, found.Diagnosis, seen).Take(answer, refused), refused);
    }

    /// <summary>The same trouble has the same key whatever the numbers of the moment, so what depends on them is asked for anew.</summary>
    private static bool HasNumber(SuggestedAction action) => Wire.Parse(action.Request.Arguments).EnumerateObject()
        .Any(argument => argument.Value.ValueKind == JsonValueKind.Number || argument.Value.Text() is { Length: > 0 } text && char.IsAsciiDigit(text[0]));

    private string Context(AnalystAnswer found)
    {
        var text = new StringBuilder();
        text.Append("What was found:\n")
            .Append(Outgoing.Fenced("diagnosis", Analysis.Context.Conclusion(found.Diagnosis), LongestList)).Append("\n\n");
        text.Append("The actions there are:\n").Append(Fence.Around("actions", Actions(), LongestList)).Append("\n\n");
        return text.Append("What was seen:\n").Append(Analysis.Context.Evidence(found)).ToString();
    }

    private string Actions() => string.Join('\n', plugins.Plugins
        .Where(plugin => plugin.Category == PluginCategory.Remediation)
        .OrderBy(plugin => plugin.Name, StringComparer.Ordinal)
        .Select(plugin => $"{plugin.Name} (risk {plugin.Risk.ToString().ToLowerInvariant()}): {plugin.Description} Schema: {plugin.ParametersSchema}"));
}
