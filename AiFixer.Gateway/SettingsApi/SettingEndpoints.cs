using AiFixer.Gateway.OpenApi;
using AiFixer.Gateway.Security;

namespace AiFixer.Gateway.SettingsApi;

/// <summary>Settings that are changed at run time.</summary>
internal static class SettingEndpoints
{
    private static readonly HeaderDescription IfMatch =
        new("If-Match", "An ETag; the answer is 412 when the setting has another version.");

    private static readonly HeaderDescription IfNoneMatch =
        new("If-None-Match", "* when it must not be there yet; the answer is 412 when it is.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var settings = routes.MapGroup("/api/v1/settings").WithTags("Settings").RequireAuthorization(Policies.Admin);
        settings.MapGet("", SettingReads.ListAsync).WithName("ListSettings")
            .WithSummary("Settings that were made at run time, by key")
            .WithDescription("Those whose key begins with \"prefix\"; \"limit\" of them (100) that follow the key \"after\".")
            .Produces<SettingList>().ProducesProblem(400).ProducesProblem(503);
        settings.MapGet("{key}", SettingReads.GetAsync).WithName("GetSetting")
            .WithSummary("One setting")
            .WithMetadata(new HeaderDescription("If-None-Match", "An ETag; the answer is 304 when nothing changed."))
            .Produces<SettingView>().Produces(304).ProducesProblem(404).ProducesProblem(503);
        settings.MapGet("{key}/history", SettingReads.HistoryAsync).WithName("GetSettingHistory")
            .WithSummary("Who changed a setting, when, to what and why, newest first")
            .WithDescription("\"limit\" changes (100) older than the version \"before\".")
            .Produces<SettingHistory>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        settings.MapPut("{key}", SettingWrites.PutAsync).WithName("PutSetting")
            .WithSummary("Makes or changes a setting")
            .WithDescription("Answered when it is on disk and this process goes by it; others do within seconds. A secret is refused.")
            .WithMetadata(new BodyDescription(typeof(SettingBody)), IfMatch, IfNoneMatch)
            .Produces<SettingView>()
            .ProducesProblem(400).ProducesProblem(412).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);
        settings.MapDelete("{key}", SettingWrites.DeleteAsync).WithName("DeleteSetting")
            .WithSummary("Takes a setting away; its history stays")
            .WithDescription("\"reason\" says why.")
            .WithMetadata(IfMatch)
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(412).ProducesProblem(503);
    }
}
