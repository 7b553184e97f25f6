using AiFixer.Core.Analysis.Tuning;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Llm.Answers;
using AiFixer.Llm.Budgets;
using AiFixer.Llm.Cache;
using AiFixer.Llm.Chain;
using AiFixer.Llm.Prompts;
using AiFixer.Llm.Telemetry;
using AiFixer.Llm.Tools;
using AiFixer.Llm.Transcripts;

namespace AiFixer.Llm.Analysis;

/// <summary>
/// Lets models look further from where the offline analyst stopped, and holds what they say against what was seen. Where none
/// gives a valid answer the offline analyst's own stands, under its own name.
/// </summary>
internal sealed class ChainAnalyst(
    IAnalyst offline, IPluginHost plugins, ProviderChain chain, AnswerCache cache, SpendingBook spendings, LlmOptions options,
    TimeProvider time, TimeProvider world) : IAnalyst
{
    private readonly Proposer proposer = new(chain, plugins, cache, options.Cache);

    public async Task<AnalystAnswer> DiagnoseAsync(Incident incident, CancellationToken cancellationToken)
    {
        var measured = await offline.DiagnoseAsync(incident, cancellationToken);
        if (measured.Unavailable is not null)
            return measured;
        var transcript = new Transcript(time);
        var spending = spendings.Of(incident.Id);
        var budget = new Budget(options.Budget, spending, time);
        var evidence = new EvidenceLog(measured);
        var (said, failure) = await AnalyseAsync(incident, measured, evidence, budget, transcript, cancellationToken);
        if (said is null)
            return Alone(measured, failure!, transcript);
        var diagnosis = Judgement.Of(AnalysisAnswer.Read(said.Answer, said.Provider, evidence.Evidence), measured.Diagnosis, evidence.Blobs, transcript);
        Keep(said, diagnosis, measured, evidence);
        diagnosis = diagnosis with { FromCache = said.FromCache, Gaps = diagnosis.Gaps.AddRange(evidence.Gaps) };
        var left = new Budget(options.Budget with { Rounds = 1, Time = budget.TimeLeft }, spending, time);
        return await WithProposalsAsync(incident, diagnosis, measured, evidence, left, transcript, cancellationToken);
    }

    private async Task<(SaidAnswer? Said, string? Failure)> AnalyseAsync(
        Incident incident, AnalystAnswer measured, EvidenceLog evidence, Budget budget, Transcript transcript, CancellationToken cancellationToken)
    {
        var context = Context.Of(incident, measured);
        var tools = new ToolBox(plugins, incident, evidence, options.ToolsAtOnce, world);
        var key = CacheKey.Of([Prompt.Analysis.Name, Prompt.Analysis.System, chain.Names, incident.Alert.Target?.Key ?? "", .. tools.Tools.Select(tool => tool.Name), Fence.Unsealed(context)]);
        if (cache.Find<KeptAnalysis>(key) is { } kept)
        {
            LlmInstruments.Cached("analysis", hit: true);
            evidence.Restore(kept.Evidence, kept.Blobs);
            transcript.Say("note", $"{kept.Provider} answered this before; its answer is used again.");
            return (new(key, kept.Answer, kept.Provider, FromCache: true), null);
        }

        LlmInstruments.Cached("analysis", hit: false);
        var inquiry = new Inquiry(chain.Begin(budget, transcript), Prompt.Analysis, tools, budget, transcript);
        var result = await inquiry.AskAsync(context, cancellationToken);
        return result.Answer is { } answer ? (new(key, answer, result.Provider!, FromCache: false), null) : (null, result.Failure);
    }

    /// <summary>Not where something could not be looked at, or nothing of the answer stands: another look may find more.</summary>
    private void Keep(SaidAnswer said, Diagnosis diagnosis, AnalystAnswer measured, EvidenceLog evidence)
    {
        if (said.FromCache || diagnosis.Claims.IsEmpty || !evidence.Gaps.IsEmpty)
            return;
        var looked = evidence.Evidence.RemoveRange(0, measured.Diagnosis.Evidence.Count);
        cache.Keep(said.Key, new KeptAnalysis(said.Answer, said.Provider, looked, [.. evidence.Blobs.Except(measured.Blobs)]), options.Cache.Analysis);
    }

    private async Task<AnalystAnswer> WithProposalsAsync(
        Incident incident, Diagnosis diagnosis, AnalystAnswer measured, EvidenceLog evidence, Budget budget, Transcript transcript, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        var found = new AnalystAnswer(diagnosis, evidence.Blobs);
        var proposed = diagnosis.Verdict == Verdict.Inconclusive || diagnosis.Category == "healthy"
            ? []
            : await proposer.ProposeAsync(incident, found, budget, transcript, notes, cancellationToken);
        // What was measured and is not contradicted may be acted on, whatever a model thinks of doing.
        var own = Judgement.Contradiction(diagnosis, measured.Diagnosis) is null ? measured.Diagnosis : null;
        var suggestions = proposed is { Count: > 0 } ? proposed : own?.Suggestions ?? [];
        diagnosis = diagnosis with { Suggestions = suggestions };
        diagnosis = diagnosis with
        {
            Advice = Advisor.Beside(diagnosis, own?.Advice ?? []),
            Gold = measured.Diagnosis.Gold,
            Recovery = measured.Diagnosis.Recovery,
            Gaps = diagnosis.Gaps.AddRange(notes),
        };
        return With(diagnosis, evidence.Blobs, transcript);
    }

    /// <summary>Nobody may take it for a model's: it keeps its name, and says why it stands alone.</summary>
    private static AnalystAnswer Alone(AnalystAnswer measured, string why, Transcript transcript)
    {
        why = $"No model gave a valid answer: {why}";
        transcript.Say("note", why);
        return With(measured.Diagnosis with { Gaps = measured.Diagnosis.Gaps.Add(why) }, measured.Blobs, transcript);
    }

    private static AnalystAnswer With(Diagnosis diagnosis, IReadOnlyList<Blob> blobs, Transcript transcript)
    {
        var blob = transcript.ToBlob();
        return new(diagnosis with { Transcript = blob.Hash }, [.. blobs, blob]);
    }
}
