using AiFixer.Core.Analysis.Changes;

namespace AiFixer.Tests.Core.Analysis.Changes;

/// <summary>Settings that moved and came to another value.</summary>
public sealed class MovedSettingsTests
{
    [Fact]
    public void A_setting_that_moved_and_is_smaller_there_is_found()
    {
        var setting = In("@@ a.yaml @@\n-  poolMaxSize: 80\n@@ b.yaml @@\n+  poolMaxSize: 8").ShouldHaveSingleItem();

        (setting.Key, setting.From, setting.To, setting.Lowered).ShouldBe(("poolMaxSize", "80", "8", true));
    }

    [Fact]
    public void Units_are_compared_by_what_they_mean() =>
        In("@@ a.yaml @@\n-  request_timeout: 30s\n@@ b.env @@\n+request_timeout=500ms").ShouldHaveSingleItem().Factor.ShouldBe(60);

    [Theory]
    [InlineData("@@ a @@\n-  poolMaxSize: 80\n@@ b @@\n+  poolMaxSize: 80")]
    [InlineData("@@ a @@\n-  poolMaxSize: 80\n@@ b @@\n+  poolMaxSizes: 8")]
    [InlineData("@@ a @@\n-  poolMaxSize: 80\n+  poolMaxSize: 8")]
    [InlineData("@@ a @@\n-  size: 80\n@@ b @@\n+  size: 8")]
    [InlineData("@@ a @@\n-  poolMaxSize: 80")]
    public void What_kept_its_value_or_its_place_or_has_a_name_of_everybody_did_not_move(string diff) => In(diff).ShouldBeEmpty();

    private static List<SettingChange> In(string diff) => [.. MovedSettings.In(DiffReader.Read(diff))];
}
