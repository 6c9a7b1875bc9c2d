package de.dolmetscherhotline.staff;

/**
 * A page of the dashboard in its navigation. Whoever has such a page declares a bean of this type.
 *
 * @param path under the path of the dashboard
 * @param key of messages: {@code <key>.title}, and {@code <key>.way} for a sentence on what one does there
 * @param position among the others, the smallest first
 * @param least who sees it: this role, and those that may more; as at the page
 */
public record DashboardEntry(String path, String key, int position, Role least) {

    /** Whether a page belongs here. */
    public boolean covers(String page) {
        return page.equals(path) || page.startsWith(path + "/");
    }
}
