namespace AiFixer.Tests.Engine.Scenarios;

/// <summary>Every scenario there is; run as they are, and stopped at every boundary.</summary>
internal static class AllScenarios
{
    public static IReadOnlyList<Scenario> List { get; } =
    [
        .. PlainScenarios.List,
        .. PeopleScenarios.List,
        .. TroubleScenarios.List,
        .. SharingScenarios.List,
        .. SenderScenarios.List,
        .. GroupScenarios.List,
    ];

    public static TheoryData<string> Names => [.. List.Select(scenario => scenario.Name)];

    public static Scenario Named(string name) => List.First(scenario => scenario.Name == name);
}
