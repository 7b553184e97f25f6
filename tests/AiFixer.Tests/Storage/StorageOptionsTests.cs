using AiFixer.Storage;
using AiFixer.Storage.Sealing;

namespace AiFixer.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Fact]
    public void The_defaults_are_good() => new StorageOptions().Validate().ShouldBeEmpty();

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_by_its_key()
    {
        var problems = new StorageOptions
        {
            DataFolder = " ",
            Path = ":memory:",
            LeaseTime = TimeSpan.Zero,
            BatchSize = 0,
            AuditKey = "../key",
            DataKey = "",
            Sealing = (SealMode)7,
            ResealPause = TimeSpan.FromMinutes(-1),
        }.Validate();

        problems.Select(problem => problem.Split(' ')[0]).ShouldBe(
            ["Storage:DataFolder", "Storage:Path", "Storage:LeaseTime", "Storage:BatchSize", "Storage:AuditKey", "Storage:DataKey", "Storage:Sealing", "Storage:ResealPause"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("sqlite", "file::memory:", null, "Storage:Path")]
    [InlineData("sqlite", "file:x?mode=memory", null, "Storage:Path")]
    [InlineData("postgres", null, null, "Storage:ConnectionString")]
    [InlineData("postgres", null, "Database=x", "Storage:ConnectionString")]
    [InlineData("postgres", null, "nonsense; Password=secret", "Storage:ConnectionString")]
    [InlineData("oracle", null, null, "Storage:Provider")]
    public void A_place_that_cannot_keep_anything_is_refused(string provider, string? path, string? connection, string key)
    {
        var problem = new StorageOptions { Provider = provider, Path = path, ConnectionString = connection }.Validate().ShouldHaveSingleItem();

        problem.ShouldStartWith(key);
        problem.ShouldNotContain("secret");
    }
}
