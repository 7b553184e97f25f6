using AiFixer.Tests.Engine.Store;

namespace AiFixer.Tests.Engine.Scenarios;

public sealed class ScenarioTests
{
    public static TheoryData<string> Names => AllScenarios.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_scenario_keeps_every_promise_and_ends_as_it_should(string scenario)
    {
        var outcome = await Stage.PlayAsync(AllScenarios.Named(scenario), time => new MemoryStore(time));

        outcome.Broken.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_does_so_on_a_real_store(string scenario)
    {
        var outcome = await Stage.PlayAsync(AllScenarios.Named(scenario), time => new SqliteStore(time));

        outcome.Broken.ShouldBeEmpty();
    }
}
