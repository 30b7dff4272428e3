using System.Data.Common;

namespace Dateline.Foundation.Storage;

/// <summary>The database didn't do what it was asked, for whatever reason: out of reach, ending, full, without the file.</summary>
public static class Outage
{
    /// <summary>However deep it has been wrapped.</summary>
    public static bool IsIn(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            if (failure is DbException or StorageRefusedException) return true;
        return false;
    }
}
