using AiFixer.Core.Schemas;
using AiFixer.Plugins.Arguments;

namespace AiFixer.Tests.Plugins.Arguments;

public sealed class TimesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ArgumentSchema Schema = ArgumentSchema.Parse($$$"""{"type":"object","properties":{"at":{{{Times.MomentSchema}}}}}""");

    [Theory]
    [InlineData("now", "2026-03-01T12:00:00Z")]
    [InlineData("-30m", "2026-03-01T11:30:00Z")]
    [InlineData("now-1d", "2026-02-28T12:00:00Z")]
    [InlineData("1772366400", "2026-03-01T12:00:00Z")]
    [InlineData("2026-03-01T14:00:00+02:00", "2026-03-01T12:00:00Z")]
    [InlineData("2024-02-29T00:00:00.5Z", "2024-02-29T00:00:00.5Z")]
    public void A_moment_can_be_said_in_several_ways(string text, string moment)
    {
        Fits(text).ShouldBeTrue();
        Times.Text(Times.Moment(text, Now)).ShouldBe(moment);
    }

    [Theory]
    [InlineData("-999999d")]
    [InlineData("now-999999d")]
    [InlineData("-999999h")]
    public void Before_there_was_unix_time_there_is_nothing_to_look_for(string text)
    {
        Fits(text).ShouldBeTrue();
        Times.Moment(text, Now).ShouldBe(DateTimeOffset.UnixEpoch);
    }

    [Theory]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-04-31T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59-13:00")]
    [InlineData("2026-01-01T00:00:00+23:00")]
    [InlineData("2026-01-01T00:00:00")]
    public void A_moment_that_there_is_not_is_refused_by_its_schema(string text) => Fits(text).ShouldBeFalse();

    /// <summary>What the schema lets through can be read, whatever it is.</summary>
    [Fact]
    public void Every_day_of_the_calendar_can_be_read_and_no_other()
    {
        for (var year = 1970; year < 2100; year++)
        {
            for (var month = 1; month <= 12; month++)
            {
                for (var day = 28; day <= 31; day++)
                {
                    var text = $"{year:0000}-{month:00}-{day:00}T23:59:59-13:59";
                    Fits(text).ShouldBe(day <= DateTime.DaysInMonth(year, month), text);
                    if (Fits(text))
                        Times.Moment(text, Now).Year.ShouldBeInRange(1970, 2100);
                }
            }
        }
    }

    private static bool Fits(string text) => Schema.Bind($$"""{"at":"{{text}}"}""").Canonical is not null;
}
