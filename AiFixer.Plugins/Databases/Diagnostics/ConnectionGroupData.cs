namespace AiFixer.Plugins.Databases;

/// <summary>Connections that have state, application, user and database in common.</summary>
/// <param name="LongestInStateSeconds">How long the longest of them has been in this state.</param>
internal sealed record ConnectionGroupData(
    string State, string Application, string User, string Database, int Connections, double? LongestInStateSeconds);
