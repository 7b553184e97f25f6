using AiFixer.Core.Incidents.Grouping;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents.Grouping;

public sealed class AlertOriginTests
{
    [Theory]
    [InlineData("shop", "pay", "alertmanager/cluster/shop")]
    [InlineData("", "pay", "alertmanager/pay")]
    [InlineData("", "", "alertmanager")]
    public void It_is_the_way_and_the_place_in_the_world(string ofTarget, string ofLabel, string expected)
    {
        var alert = Story.Open().State.Alert with
        {
            Source = "alertmanager",
            Target = ofTarget.Length == 0 ? null : new TargetRef("cluster", "deployment", ofTarget, "web"),
            Labels = Story.Open().State.Alert.Labels.Clear().Add("service", ofLabel).Add("job", ""),
        };

        AlertOrigin.Of(alert).ShouldBe(expected);
    }

    [Fact]
    public void It_stays_short_whatever_the_label_says()
    {
        var alert = Story.Open().State.Alert with
        {
            Target = null,
            Labels = Story.Open().State.Alert.Labels.Clear().Add("namespace", new string('x', 100_000)),
        };

        AlertOrigin.Of(alert).Length.ShouldBeLessThan(150);
    }
}
