using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Causes;

/// <summary>Numbers that are gone while what they count goes on.</summary>
public sealed class BlindSpotTests
{
    [Fact]
    public void Only_the_measuring_stopped_when_the_service_writes_on()
    {
        var cause = BlindSpot.In(Scene(up: 0, writesUntil: Seen.Minutes).Picture()).ShouldNotBeNull();

        (cause.Category, cause.Culprit).ShouldBe((Categories.Healthy, "none"));
    }

    [Fact]
    public void A_service_that_writes_no_more_is_gone_indeed() => BlindSpot.In(Scene(up: 0, writesUntil: Seen.Began).Picture()).ShouldBeNull();

    [Fact]
    public void Without_a_sign_that_the_measuring_stopped_the_number_is_believed() => BlindSpot.In(Scene(up: 1, writesUntil: Seen.Minutes).Picture()).ShouldBeNull();

    [Fact]
    public void A_service_that_writes_of_failures_is_not_well()
    {
        var scene = Scene(up: 0, writesUntil: Seen.Minutes);

        BlindSpot.In((scene with { Lines = scene.Lines.Add(Seen.Line(Seen.Began + 3, "cannot accept: out of sockets")) }).Picture()).ShouldBeNull();
    }

    private static SceneFacts Scene(double up, int writesUntil) => Seen.Scene("requests_per_second is 0") with
    {
        Metrics = [Seen.Metric("requests_per_second", 800, 0), Seen.Metric("up", 1, up)],
        Lines = [.. Seen.Lines(0, writesUntil, "GET /home/# 200", "info")],
    };
}
