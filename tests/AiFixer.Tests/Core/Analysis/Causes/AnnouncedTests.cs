using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Causes;

/// <summary>What was announced and goes as planned is no trouble.</summary>
public sealed class AnnouncedTests
{
    private const string Plan = """{"component":"web","status":"planned","detail":"web moves to another hall at nine"}""";

    [Fact]
    public void What_goes_away_as_announced_is_well_and_never_without_doubt()
    {
        var cause = Of(Plan).ShouldNotBeNull();

        (cause.Category, cause.IsCertain).ShouldBe((Categories.Healthy, false));
        cause.Strength.ShouldBeLessThan(0.75);
        cause.Says.ShouldContain("another hall");
    }

    [Theory]
    [InlineData("""{"component":"edge","status":"planned","detail":"edge moves to another hall"}""")]
    [InlineData("""{"component":"web","status":"planned","detail":"the move of web is cancelled"}""")]
    [InlineData("""{"component":"web","status":"operational","detail":"all is well"}""")]
    public void Another_plan_explains_nothing(string status) => Of(status).ShouldBeNull();

    [Fact]
    public void What_fails_meanwhile_was_in_nobodys_plan()
    {
        Of(Plan, Seen.Metric("error_ratio", 0.01, 0.4)).ShouldBeNull();
        Announced.In((Scene(Plan) with { Lines = [.. Seen.Lines(Seen.Began, Seen.Minutes, "upstream timed out")] }).Picture()).ShouldBeNull();
    }

    private static Cause? Of(string status, params MetricFact[] also) => Announced.In(With(Scene(status), also).Picture());

    private static SceneFacts With(SceneFacts scene, MetricFact[] also) => scene with { Metrics = [.. scene.Metrics, .. also] };

    private static SceneFacts Scene(string status) => Seen.Scene() with
    {
        Metrics = [Seen.Metric("updates_per_minute", 900, 0)],
        Statuses = [new(Seen.At(10), status, "E3")],
    };
}
