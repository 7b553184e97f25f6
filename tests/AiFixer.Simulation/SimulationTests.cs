using AiFixer.Simulation.Runs;

namespace AiFixer.Simulation;

/// <summary>Runs as many seeds as are asked for; each is one run, and the same run every time.</summary>
[Trait("Suite", "simulation")]
public sealed class SimulationTests
{
    [Fact]
    public void Nothing_that_was_promised_is_broken()
    {
        var campaign = Campaign.Run(Options.Read());

        Console.WriteLine(campaign.Summary);
        campaign.Broken.ShouldBeEmpty();
    }

    /// <summary>The same with people who are told in a chat, click there and type commands.</summary>
    [Fact]
    public void Nothing_that_was_promised_in_a_chat_is_broken()
    {
        var campaign = Campaign.Run(Options.Read(), hasChat: true);

        Console.WriteLine(campaign.Summary);
        campaign.Broken.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_found_once_stays_found() =>
        KeptSeeds.All.SelectMany(kept => Run.Play(kept.Seed, hasChat: kept.HasChat).Broken.Select(sentence => $"seed {kept}: {sentence}")).ShouldBeEmpty();

    [Fact]
    public void The_same_seed_is_the_same_run()
    {
        var first = Run.Play(17, isTold: true);
        var second = Run.Play(17, isTold: true);

        second.Story.ShouldBe(first.Story);
        first.Steps.ShouldBe(second.Steps);
        Run.Play(17, isTold: true, hasChat: true).Story.ShouldBe(Run.Play(17, isTold: true, hasChat: true).Story);
    }
}
