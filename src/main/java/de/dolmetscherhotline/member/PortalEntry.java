package de.dolmetscherhotline.member;

/**
 * A page of the portal in its navigation and on its start page. Whoever has such a page declares a bean of this type.
 *
 * @param path under the path of the portal
 * @param key of messages: {@code <key>.title}, and {@code <key>.way} for a sentence on what one does there
 * @param position among the others, the smallest first
 */
public record PortalEntry(String path, String key, int position) {

    /** Whether a page belongs here. */
    public boolean covers(String page) {
        return page.equals(path) || page.startsWith(path + "/");
    }
}
