using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using AiFixer.Engine.Tasks;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Engine.Policy;

/// <summary>What other systems of this kind fell into.</summary>
public sealed class TrapTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The analyst's own "low risk" once overrode the plugin's.</summary>
    [Fact]
    public async Task Low_risk_said_by_whoever_suggests_it_lowers_nothing()
    {
        var planned = await ProposeAsync(PluginRisk.High, said: PluginRisk.Low);

        planned.Traits.Risk.ShouldBe(PluginRisk.High);
        Stories.Proposing(Given.Auto).Proposed(planned).State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
    }

    [Fact]
    public async Task High_risk_said_by_whoever_suggests_it_counts()
    {
        var planned = await ProposeAsync(PluginRisk.Low, said: PluginRisk.High);

        Stories.Proposing(Given.Auto).Proposed(planned).State.Policy!.Opinions.ShouldContain(opinion => opinion.Rule == "risk");
    }

    /// <summary>A fence once tested an argument that no plugin has; what counts here is the difference that the plugin planned.</summary>
    [Theory]
    [InlineData("""{"replicas":1}""", 9, IncidentStatus.AwaitingProposalApproval)]
    [InlineData("""{"replicas":100,"replica_count":100,"delta":100}""", 1, IncidentStatus.Executing)]
    public void The_fence_on_replicas_does_not_read_arguments(string arguments, int difference, IncidentStatus status)
    {
        var planned = Given.Planned() with
        {
            Request = Given.Request() with { Arguments = arguments },
            Plan = Given.Plan() with { Magnitude = difference },
        };

        Stories.Proposing(Given.Auto).Proposed(planned).State.Status.ShouldBe(status);
    }

    /// <summary>A quota was once kept in memory, by each incident for itself, and spent when a fix was considered.</summary>
    [Fact]
    public void The_quota_is_spent_by_the_start_and_named_the_same_for_every_incident()
    {
        var first = Story.Open(Given.Auto).Triaged().Diagnosed().Proposed(Given.Planned());
        var other = Story.Open(Given.Auto, Given.Alert("web-2") with { Fingerprint = "f2" }).Triaged().Diagnosed().Proposed(Given.Planned("api"));

        first.Last.Claims.ShouldBeEmpty();
        Quota(first.Starts()).ShouldBe(Quota(other.Starts()));
    }

    /// <summary>Success was once judged by words in a message.</summary>
    [Theory]
    [InlineData(ExecuteOutcome.NotDone, "successfully restarted", ActionStatus.Failed)]
    [InlineData(ExecuteOutcome.Done, "error: warning: failed", ActionStatus.Succeeded)]
    [InlineData(ExecuteOutcome.Unknown, "success", ActionStatus.Unknown)]
    public void No_word_of_a_message_makes_it_a_success(ExecuteOutcome outcome, string message, ActionStatus status) =>
        Stories.Sending().Sends(outcome, message).State.Action("a1").Status.ShouldBe(status);

    /// <summary>A fix was once applied twice.</summary>
    [Fact]
    public void The_same_grant_starts_nothing_a_second_time()
    {
        var story = Stories.Granted();
        var before = story.State;
        var again = new TaskInput.ReadyToSend(story.Task.Id, Given.Plan());
        story.Starts();

        // Somebody put the row back as it was before the start: the claim is what it is.
        var second = IncidentWorkflow.Handle(before, again, story.Rules, story.Now).ShouldBeOfType<Decision.Accepted>();
        second.Claims.ShouldContain(new Claim(ClaimKeys.Grant($"{Given.Id}/g1"), Once: true));
        var denied = IncidentWorkflow.Handle(before, new TaskInput.ClaimDenied(before.Task!.Id, ClaimKeys.Grant($"{Given.Id}/g1"), Given.Id, null), story.Rules, story.Now);
        denied.ShouldBeOfType<Decision.Accepted>().State.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Replayed);
    }

    private static Claim Quota(Story story) => story.Last.Claims.Find(claim => claim.Key == ClaimKeys.AutomaticFixes).ShouldNotBeNull();

    private static async Task<PlannedAction> ProposeAsync(PluginRisk own, PluginRisk said)
    {
        var diagnosis = Given.Diagnosis(risk: said);
        var state = Stories.Proposing().State with { Diagnosis = diagnosis };
        var handler = new ProposeHandler(new OnePlugin(own), NoPolicyFacts.Instance, new ManualTime(Given.Start));
        var step = await handler.RunAsync(state, state.Task!, Stop);
        return step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.ProposalDone>().Actions.ShouldHaveSingleItem();
    }

    private sealed class OnePlugin(PluginRisk risk) : IPluginHost
    {
        public IReadOnlyList<PluginManifest> Plugins => [Manifest(Given.Request().Plugin)];

        public PluginManifest? Find(string name) => Manifest(name);

        public Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken) =>
            Task.FromResult(PreviewResult.Of(Given.Plan()));

        public Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();

        private PluginManifest Manifest(string name) => new()
        {
            Name = name,
            Description = "",
            Category = PluginCategory.Remediation,
            ParametersSchema = "{}",
            Verb = "rollback",
            Risk = risk,
        };
    }
}
