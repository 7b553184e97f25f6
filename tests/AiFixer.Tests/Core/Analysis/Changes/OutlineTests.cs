using System.Collections.Immutable;
using AiFixer.Core.Analysis.Changes;

namespace AiFixer.Tests.Core.Analysis.Changes;

/// <summary>What a setting stands under.</summary>
public sealed class OutlineTests
{
    private const string Flags = "@@ flags.yaml @@\n flags:\n   night_map:\n     enabled: true\n   wallet_card:\n-    enabled: false\n+    enabled: true\n   icons:\n     enabled: true";

    [Fact]
    public void A_switch_is_known_by_the_name_over_it()
    {
        var setting = ReadChange.Of(new("abcdef1234", DateTimeOffset.UnixEpoch, "a", "change", ["flags.yaml"], Flags, "E1")).Delta.Settings.ShouldHaveSingleItem();

        setting.Under.ShouldBe(["wallet_card", "flags"]);
        (setting.Key, setting.From, setting.To).ShouldBe(("enabled", "false", "true"));
    }

    [Fact]
    public void Blocks_in_braces_have_names_too() =>
        Under("@@ main.tf @@\n resource \"aws_sqs_queue\" \"jobs\" {\n-  delay = 5\n+  delay = 50\n }").ShouldBe(["aws_sqs_queue"]);

    [Fact]
    public void At_the_top_nothing_stands_over_it() => Under("@@ a.ini @@\n-delay = 5\n+delay = 50").ShouldBeEmpty();

    private static ImmutableList<string> Under(string diff) => Outline.NewLines(DiffReader.Read(diff)[0]).ShouldHaveSingleItem().Under;
}
