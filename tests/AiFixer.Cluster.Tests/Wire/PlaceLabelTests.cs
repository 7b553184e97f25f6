using AiFixer.Core.Journal;
using AiFixer.Engine.Scheduling;
using AiFixer.Grains.Incidents;
using Orleans.Runtime;

namespace AiFixer.Cluster.Tests.Wire;

public sealed class PlaceLabelTests
{
    public static TheoryData<string?, bool, bool> Places => new()
    {
        { "alertmanager", true, true },
        { "alertmanager", false, false },
        { "!a-", false, true },
        { null, true, false },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_place_is_read_as_it_was_attached(string? source, bool urgent, bool isNew)
    {
        var place = new WorkPlace(isNew ? Lane.Alert : Lane.Lifecycle, new(source, urgent));

        PlaceLabel.Attach(place);

        PlaceLabel.Read().ShouldBe(place);
    }

    /// <summary>A silo of another release may send none, or write it in another way.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(7)]
    public void Without_a_label_it_waits_with_the_others(object? label)
    {
        RequestContext.Set("aifixer.place", label!);

        PlaceLabel.Read().ShouldBe(default);
    }
}
