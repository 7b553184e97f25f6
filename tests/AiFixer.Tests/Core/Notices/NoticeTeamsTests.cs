using AiFixer.Core.Notices;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Notices;

public sealed class NoticeTeamsTests
{
    [Fact]
    public void Nobody_knows_where_no_label_says() => NoticeTeams.Of(Given.Alert()).ShouldBeEmpty();

    [Theory]
    [InlineData("payments", "payments")]
    [InlineData("pay\nments", "pay ments")]
    public void The_alert_says_whose_it_is(string label, string team) =>
        NoticeTeams.Of(Given.Alert() with { Labels = Given.Alert().Labels.Add("team", label) }).ShouldBe([team]);
}
