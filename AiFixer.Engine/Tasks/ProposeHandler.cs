using System.Collections.Immutable;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Core.Secrets;
using AiFixer.Plugins;

namespace AiFixer.Engine.Tasks;

/// <summary>Has every suggestion planned by its plugin: exactly what would be sent, and what it would change.</summary>
internal sealed class ProposeHandler(IPluginHost plugins, IPolicyFacts facts, TimeProvider time) : ITaskHandler
{
    public TaskKind Kind => TaskKind.Propose;

    public async Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        var planned = ImmutableList.CreateBuilder<PlannedAction>();
        var impossible = ImmutableList.CreateBuilder<string>();
        foreach (var suggestion in state.Diagnosis!.Suggestions)
        {
            var preview = await PreviewAsync(state, suggestion, cancellationToken);
            if (preview is { Plan: null, Retryable: true })
                return new TaskStep.Tell(new TaskInput.Broke(task.Id, preview.Error!, Retryable: true));
            if (preview.Plan is { } plan && plugins.Find(suggestion.Request.Plugin) is { } manifest)
                planned.Add(new(suggestion.Request, Traits(manifest, preview.Traits, suggestion), plan, suggestion.Why) { Playbook = state.Playbook?.Id, Mode = state.Playbook?.Mode });
            else
                impossible.Add($"{suggestion.Request.Plugin}: {preview.Error ?? "it cannot be called any more"}");
        }

        var done = new TaskInput.ProposalDone(task.Id, planned.ToImmutable(), impossible.ToImmutable());
        return new TaskStep.Tell(done with { Facts = await facts.ReadAsync(cancellationToken) });
    }

    /// <summary>Whoever suggests it may say that it is riskier than its plugin and its plan say, never that it is less.</summary>
    private static PluginTraits Traits(PluginManifest manifest, PlanTraits? plan, SuggestedAction suggestion) =>
        PluginTraits.Of(manifest, plan).AtLeast(suggestion.Risk);

    private async Task<PreviewResult> PreviewAsync(Incident state, SuggestedAction suggestion, CancellationToken cancellationToken)
    {
        if (SecretText.IsIn(suggestion.Request.Arguments))
            return PreviewResult.Impossible("its arguments hold what looks like a secret");
        if (plugins.Find(suggestion.Request.Plugin) is { Category: not PluginCategory.Remediation })
            return PreviewResult.Impossible("there is no such remediation plugin");
        var call = Calls.For(state, suggestion.Request, actionId: null, time.GetUtcNow());
        return await plugins.PreviewAsync(suggestion.Request.Plugin, call, cancellationToken);
    }
}
