using AiFixer.Core.Analysis.Causes;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Causes;

/// <summary>Devices that fail.</summary>
public sealed class BrokenDeviceTests
{
    [Fact]
    public void A_device_that_says_so_is_infrastructure()
    {
        var cause = Of("nvme0n1: I/O error, medium error at block 77").ShouldNotBeNull();

        (cause.Category, cause.Culprit).ShouldBe((Categories.Infrastructure, "none"));
    }

    [Fact]
    public void Heat_beside_its_words_makes_it_surer() =>
        Of("thermal limit reached, slowing down", heat: 95).ShouldNotBeNull().Strength.ShouldBeGreaterThan(Of("thermal limit reached, slowing down").ShouldNotBeNull().Strength);

    [Fact]
    public void An_array_that_writes_through_is_a_device_and_a_cache_that_does_is_none()
    {
        Of("array md-2: cache battery failed, array is in write-through").ShouldNotBeNull();
        Of("write-through cache enabled for sessions").ShouldBeNull();
        Of("cache is disabled by the flag fresh_prices").ShouldBeNull();
    }

    [Fact]
    public void Heat_alone_proves_nothing() => Of("request failed", heat: 95).ShouldBeNull();

    [Fact]
    public void An_ordinary_failure_is_no_broken_device() => Of("order 7 failed: no such customer").ShouldBeNull();

    private static Cause? Of(string line, double heat = 40) => BrokenDevice.In((Seen.Scene() with
    {
        Lines = [.. Seen.Lines(Seen.Began, Seen.Minutes, line)],
        Metrics = [Seen.Metric("device_temperature_celsius", 40, heat)],
    }).Picture());
}
