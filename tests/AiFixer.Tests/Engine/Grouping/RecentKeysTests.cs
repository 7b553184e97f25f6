using AiFixer.Engine.Grouping;

namespace AiFixer.Tests.Engine.Grouping;

public class RecentKeysTests
{
    private readonly RecentKeys<string> keys = new(most: 8);

    [Fact]
    public void What_was_put_is_found_until_it_is_forgotten()
    {
        keys.Put("a", "first");
        keys.Put("a", "second");
        Assert.Equal("second", keys.Find("a"));
        keys.Forget("a");
        Assert.Null(keys.Find("a"));
    }

    [Fact]
    public void The_youngest_half_is_always_known_and_never_more_than_all()
    {
        for (var i = 0; i < 100; i++)
        {
            keys.Put($"{i}", "x");
            for (var young = Math.Max(0, i - 3); young <= i; young++)
                Assert.NotNull(keys.Find($"{young}"));
            Assert.InRange(Enumerable.Range(0, 100).Count(each => keys.Find($"{each}") is not null), 1, 8);
        }
    }

    [Fact]
    public void A_key_of_the_older_half_is_forgotten_too_and_a_newer_value_counts()
    {
        keys.Put("a", "old");
        keys.Put("b", "old");
        foreach (var key in new[] { "c", "d", "e" })
            keys.Put(key, "x");
        keys.Put("b", "new");
        keys.Forget("a");
        Assert.Null(keys.Find("a"));
        Assert.Equal("new", keys.Find("b"));
    }
}
