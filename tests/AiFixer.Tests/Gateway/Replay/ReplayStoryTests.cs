using System.Text.Json;
using AiFixer.Core.Incidents;
using AiFixer.Gateway.Commands.Replay;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Gateway.Replay;

/// <summary>Incidents as the API gives them, told as stories.</summary>
public sealed class ReplayStoryTests : IAsyncLifetime
{
    private GatewayUnderTest gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await GatewayUnderTest.StartAsync();

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task It_is_told_from_the_alert_to_the_end_in_the_order_of_time()
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromSeconds(30)).Sees(TargetHealth.Healthy);
        story.Waits(story.Rules.StabilisationWindow).Sees(TargetHealth.Healthy);

        var told = await TellAsync(story);

        ShouldTell(
            told,
            "resolved",
            "CrashLooping: web restarts again and again",
            "Monday, 5 January 2026 (UTC)",
            "10:00:00    +0m00s  Opened by an alert from alertmanager",
            "fires since 2026-01-05T10:00:00",
            "Revision 2 crashes at start.",
            "Evidence:",
            "E1 k8s.get_pod_logs: panic: no config",
            "Ruled out:",
            "Not memory: far below its limit.",
            "Proposed a fix",
            "a1 k8s.rollback_deployment {\"deployment\":\"web\",\"namespace\":\"default\"}",
            "because It worked before.",
            "+image: web:1",
            "approved",
            "is sent",
            "Watching whether the world recovers",
            "10:00:30    +0m30s  Seen: Healthy",
            "10:01:30    +1m30s  Verified: it is fixed");
    }

    [Fact]
    public async Task What_has_to_recover_and_what_is_claimed_stand_beside_the_diagnosis()
    {
        var diagnosis = Given.Diagnosis() with { Claims = [new("It panics.", ["E1"])], Recovery = [new("errors", 0.01, 0.5, 0.05)] };

        var told = await TellAsync(Story.Open().Triaged().Diagnosed(diagnosis));

        ShouldTell(told, "Claims:", "It panics. [E1]", "Has to recover:", "errors: 0.01 before, 0.5 in the trouble, back at 0.05");
    }

    [Fact]
    public async Task Each_round_shows_its_own_actions_and_what_was_taken_back()
    {
        var story = Stories.Undoing().Starts().Sends();

        var told = await TellAsync(story);

        ShouldTell(told, "Proposed a fix", "a1 k8s.rollback_deployment", "Not verified: it did not help", "Taking back action a1");
        told.Split("because It worked before.").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_story_over_midnight_names_both_days()
    {
        var told = await TellAsync(Stories.AskedAboutDiagnosis().Waits(TimeSpan.FromHours(20)).Hears(new PersonInput.Ignore(Given.Operator, "known")));

        ShouldTell(told, "Monday, 5 January 2026 (UTC)", "Tuesday, 6 January 2026 (UTC)", "06:00:00   +20h00m  Ignored by Otto");
    }

    [Fact]
    public async Task What_an_outsider_wrote_gives_the_terminal_no_orders()
    {
        gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval, "\u001b[2J"), 1, Samples.Entries("\u001b[2J"));

        (await TellAsync(Samples.Id.Value)).ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_said_and_the_command_fails()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var code = await ReplayCommand.RunAsync("http://127.0.0.1:9", "INC-1", output, errors, TestContext.Current.CancellationToken);

        (code, output.ToString()).ShouldBe((1, ""));
        errors.ToString().ShouldContain("http://127.0.0.1:9/ does not answer");
    }

    private Task<string> TellAsync(Story story)
    {
        gateway.Incidents.Add(story.State, story.Entries.Count, [.. story.Entries]);
        return TellAsync(story.State.Id.Value);
    }

    private async Task<string> TellAsync(string id)
    {
        var body = await gateway.Client.GetStringAsync(new Uri($"/api/v1/incidents/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
        return ReplayStory.Of(JsonSerializer.Deserialize<JsonElement>(body));
    }

    private static void ShouldTell(string told, params string[] inThisOrder)
    {
        var at = 0;
        foreach (var part in inThisOrder)
        {
            var found = told.IndexOf(part, at, StringComparison.Ordinal);
            found.ShouldBeGreaterThanOrEqualTo(0, $"'{part}' after position {at} of:\n{told}");
            at = found + part.Length;
        }
    }
}
