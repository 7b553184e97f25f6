namespace AiFixer.Plugins.Databases;

/// <summary>Answer of <c>db.insights</c>, in the shape of a database's own monitoring. Load is sessions at work on average.</summary>
/// <param name="TopSql">Statements by load, values masked.</param>
/// <param name="Waits">What working sessions wait for, <c>CPU</c> when for nothing.</param>
/// <param name="Events">What happened lately, newest first.</param>
/// <param name="Settings">Version and settings that matter.</param>
/// <param name="Window">What time the top statements are of.</param>
/// <param name="StatementsFrom"><c>pg_stat_statements</c>, or <c>pg_stat_activity</c> where that extension is not there.</param>
internal sealed record InsightsData(
    IReadOnlyList<TopStatement> TopSql, IReadOnlyList<WaitLoad> Waits, IReadOnlyList<DbEvent> Events,
    IReadOnlyDictionary<string, string> Settings, InsightsWindow Window, string StatementsFrom);
